import assert from "node:assert/strict";
import { arnPrefix, bench, closeBenches, modelPath, refused } from "../harness";
import { type Signing, signed } from "./signer";

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const wrong: [title: string, signing: Signing, errorType: string][] = [
  ["a wrong secret", { secretAccessKey: "wrong" }, "InvalidSignatureException"],
  ["another service", { service: "s3" }, "InvalidSignatureException"],
  ["no region", { region: "nowhere" }, "InvalidSignatureException"],
  ["a date 16 minutes ago", { date: minutes(-16) }, "InvalidSignatureException"],
  ["a date in 16 minutes", { date: minutes(16) }, "InvalidSignatureException"],
  ["the scope of another day", { scopeDate: "20200101" }, "InvalidSignatureException"],
  ["an unsigned host", { signedHeaders: ["x-amz-date"] }, "InvalidSignatureException"],
  ["an unknown key", { accessKeyId: "nobody" }, "UnrecognizedClientException"],
  ["a token of a key that has none", { sessionToken: "t" }, "UnrecognizedClientException"],
  ["no token of a key that has one", { accessKeyId: "session" }, "UnrecognizedClientException"],
  ["an expired key", { accessKeyId: "expired" }, "ExpiredTokenException"],
];

const credentials = [
  { accessKeyId: "test", secretAccessKey: "test" },
  { accessKeyId: "session", secretAccessKey: "test", sessionToken: "a/token+=" },
  { accessKeyId: "expired", secretAccessKey: "test", expired: true },
];

describe("emulator: signature", () => {
  afterEach(closeBenches);

  for (const [title, signing, errorType] of wrong)
    it(`refuses ${title}`, async () => {
      const b = await bench({ credentials });
      refused(await b.create({}, { signing }), 403, errorType);
      assert.equal(b.emulator.creates, 0);
    });

  it("takes the region from the scope, a session token, and a clock that is 14 minutes off", async () => {
    const b = await bench({ credentials });
    const signing = { accessKeyId: "session", sessionToken: "a/token+=", region: "ap-northeast-1", date: minutes(14) };
    const { body } = await b.create({}, { signing });
    assert.match(body.trainedModelArn, /^arn:aws:cleanrooms-ml:ap-northeast-1:123456789012:/);
  });

  it("signs the query in the order of names", async () => {
    const b = await bench();
    const { arn } = await b.trained();
    assert.equal((await b.untag(arn, "b", "a-b", "a", "a b", "~*'()!")).status, 200);
    assert.equal((await b.versions(arn, "status=ACTIVE&maxResults=5")).status, 200);
  });

  it("notices a body that was changed", async () => {
    const b = await bench();
    const url = new URL(`${b.emulator.endpoint}${modelPath(`${arnPrefix}/trained-model/m`)}`);
    const response = await fetch(url, { method: "PATCH", headers: signed("PATCH", url, ""), body: "{}" });
    assert.equal(response.headers.get("x-amzn-errortype"), "InvalidSignatureException");
  });

  it("refuses requests without a signature, or with another scheme", async () => {
    const b = await bench();
    refused(await b.create({}, { signing: false }), 403, "MissingAuthenticationTokenException");
    const response = await fetch(`${b.emulator.endpoint}/`, { headers: { authorization: "Bearer x" } });
    assert.equal(response.headers.get("x-amzn-errortype"), "IncompleteSignatureException");
  });

  it("asks for no signature when told so", async () => {
    const b = await bench({ verifySignatures: false });
    assert.equal((await b.create({}, { signing: false })).status, 200);
    assert.equal((await b.create({}, { signing: { secretAccessKey: "wrong" } })).status, 200);
  });
});
