import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createService, type ServiceOptions } from "../../../provider/aws/api";
import { readSettings } from "../../../provider/settings/settings";
import { failureOf, membershipIdentifier, never } from "../client/fixtures";
import { serve, type TestServer } from "../http-server";
import { inEnvironment } from "./environment";
import { keyOf, type StsServer, serveSts } from "./sts";

const roleArn = "arn:aws:iam::123456789012:role/training";
const keys = { "aws:accessKey": "CONFIGURED", "aws:secretKey": "s" };

describe("who calls, as the stack's configuration says", () => {
  let server: TestServer;
  let sts: StsServer;
  beforeEach(async () => {
    server = await serve({ body: { trainedModels: [] } });
    sts = await serveSts();
  });
  afterEach(() => Promise.all([server.close(), sts.close()]));

  /** One call under a configuration; STS's place is said by the configuration, the service's by a variable. */
  const call = (config: Record<string, unknown>, options: ServiceOptions = {}, file = "", env: Record<string, string> = {}) =>
    inEnvironment({ AWS_ENDPOINT_URL_CLEANROOMSML: server.origin, AWS_REGION: "us-east-1", ...env }, file, () => {
      const all: Record<string, unknown> = { "aws:endpoints": [{ sts: sts.origin }], ...config };
      const { variables, ...settings } = readSettings(
        (key) => (typeof all[key] === "object" ? JSON.stringify(all[key]) : all[key]),
        process.env,
      );
      Object.assign(process.env, variables);
      return createService({ ...settings, ...options }).listTrainedModels(membershipIdentifier, never);
    });
  const usedKey = () => keyOf(server.received.at(-1)?.headers.authorization);

  it("keys, with a token", async () => {
    await call({ ...keys, "aws:token": "session" });
    assert.deepEqual([usedKey(), server.received[0]?.headers["x-amz-security-token"]], ["CONFIGURED", "session"]);
  });

  it("a role with everything that restricts its session", async () => {
    const role = {
      roleArn,
      sessionName: "pulumi",
      externalId: "x y",
      duration: "1h30m0s",
      policy: '{"Version":"2012-10-17","Statement":[]}',
      policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      sourceIdentity: "ci",
      tags: { team: "ml" },
      transitiveTagKeys: ["team"],
    };
    await call({ ...keys, "aws:assumeRoles": [role] });
    assert.deepEqual(sts.asked("AssumeRole"), [
      {
        Action: "AssumeRole",
        Version: "2011-06-15",
        RoleArn: roleArn,
        RoleSessionName: "pulumi",
        ExternalId: "x y",
        DurationSeconds: "5400",
        Policy: role.policy,
        "PolicyArns.member.1.arn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
        SourceIdentity: "ci",
        "Tags.member.1.Key": "team",
        "Tags.member.1.Value": "ml",
        "TransitiveTagKeys.member.1": "team",
      },
    ]);
    assert.deepEqual([sts.keys(), usedKey()], [["CONFIGURED"], "ROLE1"]);
  });

  it("one role alone where both forms are set", async () => {
    await call({ ...keys, "aws:assumeRoles": [{ roleArn }], "aws:assumeRole": { roleArn: `${roleArn}2` } });
    assert.deepEqual(
      sts.asked("AssumeRole").map(({ RoleArn }) => RoleArn),
      [roleArn],
    );
  });

  it("a token of an identity provider, from a file, and a role on top of it", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "token-"));
    const file = path.join(folder, "token");
    writeFileSync(file, "the-token\n");
    const webIdentity = { roleArn, webIdentityTokenFile: file, sessionName: "ci", policy: "{}", duration: "15m" };
    await call({ "aws:assumeRoleWithWebIdentity": webIdentity, "aws:assumeRoles": [{ roleArn: `${roleArn}2` }] });
    await rm(folder, { recursive: true });
    const [asked] = sts.asked("AssumeRoleWithWebIdentity");
    assert.deepEqual(
      [asked?.RoleArn, asked?.WebIdentityToken, asked?.Policy, asked?.DurationSeconds, asked?.RoleSessionName],
      [roleArn, "the-token", "{}", "900", "ci"],
    );
    assert.deepEqual([sts.keys(), usedKey()], [[undefined, "ROLE1"], "ROLE2"]);
  });

  it("a shared file of the configuration, and no other", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "shared-"));
    const [config, credentials] = ["config", "credentials"].map((name) => path.join(folder, name)) as [string, string];
    writeFileSync(config, `[profile p]\nrole_arn = ${roleArn}\nsource_profile = base\n`);
    writeFileSync(credentials, "[base]\naws_access_key_id = SHARED\naws_secret_access_key = s\n");
    await call(
      { "aws:profile": "p", "aws:sharedConfigFiles": [config], "aws:sharedCredentialsFiles": [credentials] },
      {},
      "[profile p]\naws_access_key_id = OTHER\naws_secret_access_key = s\n",
    );
    await rm(folder, { recursive: true });
    assert.deepEqual([sts.keys(), usedKey()], [["SHARED"], "ROLE1"], "the role of a profile is asked for at the given STS");
  });

  it("roles of a profile and of the environment are asked for in the region of the service", async () => {
    const file = `[profile p]\nrole_arn = ${roleArn}\nsource_profile = base\n\n[profile base]\naws_access_key_id = BASE\naws_secret_access_key = s\n`;
    const variables = { AWS_ENDPOINT_URL_STS: sts.origin };
    await call({ "aws:profile": "p", "aws:endpoints": undefined, "aws:region": "eu-west-3" }, {}, file, variables);
    assert.match(String(sts.received[0]?.headers.authorization), /Credential=BASE\/\d+\/eu-west-3\/sts\//);
    assert.equal(usedKey(), "ROLE1");
    const token = path.join(__dirname, "sts.ts");
    await call({ "aws:endpoints": undefined }, {}, "", {
      ...variables,
      AWS_ROLE_ARN: roleArn,
      AWS_WEB_IDENTITY_TOKEN_FILE: token,
    });
    assert.deepEqual([sts.asked("AssumeRoleWithWebIdentity").length, usedKey()], [1, "ROLE2"]);
  });

  it("keys of @pulumi/aws stand back behind a profile of ours", async () => {
    const file = "[profile ours]\naws_access_key_id = OURS\naws_secret_access_key = s\n";
    await call({ ...keys, "aws:sharedConfigFiles": ["/nowhere"], "cleanroomsml:profile": "ours" }, {}, file);
    assert.equal(usedKey(), "OURS");
  });

  it("the metadata of the machine, at the given address, or not at all", async () => {
    const role = {
      AccessKeyId: "MACHINE",
      SecretAccessKey: "s",
      Token: "t",
      Expiration: "2099-01-01T00:00:00Z",
      Code: "Success",
    };
    const metadata = await serve(({ path: asked }) => ({ body: asked.endsWith("/role") ? role : "role" }));
    const place = { "aws:ec2MetadataServiceEndpoint": metadata.origin };
    await call(place, {}, "", { AWS_EC2_METADATA_DISABLED: "false" });
    assert.equal(usedKey(), "MACHINE");
    metadata.received.length = 0;
    const skipped = { ...place, "aws:skipMetadataApiCheck": "true" };
    const error = await failureOf(call(skipped, {}, "", { AWS_EC2_METADATA_DISABLED: "false" }));
    assert.deepEqual([error.kind, metadata.received.length], ["credentials", 0]);
    await metadata.close();
  });

  it("the region of STS", async () => {
    const other = await serveSts();
    await call({
      ...keys,
      "aws:assumeRoles": [{ roleArn }],
      "aws:stsRegion": "eu-west-1",
      "aws:endpoints": [{ sts: other.origin }],
    });
    assert.match(String(other.received[0]?.headers.authorization), /\/eu-west-1\/sts\//);
    await other.close();
  });

  it("products in the user agent", async () => {
    await call({ ...keys, "aws:userAgents": ["my-pipeline/1.2", "team"] });
    assert.match(String(server.received[0]?.headers["user-agent"]), /my-pipeline\/1\.2 team/);
  });

  describe("accounts", () => {
    const limited = (allowed: unknown, more: Record<string, unknown> = {}) => ({
      ...keys,
      "aws:allowedAccountIds": allowed,
      ...more,
    });

    it("an allowed one, asked for once", async () => {
      await call(limited(["111111111111", 123456789012]));
      assert.deepEqual([sts.asked("GetCallerIdentity").length, sts.keys(), server.received.length], [1, ["CONFIGURED"], 1]);
    });

    it("another one: nothing is sent, and the account and the key are named", async () => {
      const error = await failureOf(call(limited(["111111111111"])));
      assert.deepEqual([error.kind, error.details.code, server.received.length], ["credentials", "WrongAccountError", 0]);
      assert.equal(error.message, "the credentials are of the account 123456789012, which `aws:allowedAccountIds` does not list");
    });

    it("a forbidden one", async () => {
      const error = await failureOf(call({ ...keys, "aws:forbiddenAccountIds": ["123456789012"] }));
      assert.deepEqual([error.details.code, server.received.length], ["WrongAccountError", 0]);
      assert.match(error.message, /the account 123456789012, which `aws:forbiddenAccountIds` lists/);
    });

    it("that of a role is in STS's answer", async () => {
      const error = await failureOf(call(limited(["111111111111"], { "aws:assumeRoles": [{ roleArn }] })));
      assert.deepEqual([error.details.code, sts.asked("GetCallerIdentity").length], ["WrongAccountError", 0]);
    });

    it("what a variable claims is not believed", async () => {
      const claim = { credentials: { accessKeyId: "CLAIMS", secretAccessKey: "s", accountId: "111111111111" } };
      const error = await failureOf(call(limited(["111111111111"]), claim));
      assert.equal(error.details.code, "WrongAccountError");
    });

    it("one that STS does not tell: nothing is sent", async () => {
      const refusing = await serve({
        status: 403,
        headers: { "content-type": "text/xml" },
        body: "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>",
      });
      const error = await failureOf(call(limited(["123456789012"], { "aws:endpoints": [{ sts: refusing.origin }] })));
      assert.deepEqual([error.kind, error.details.code, server.received.length], ["credentials", "UnknownAccountError", 0]);
      await refusing.close();
    });
  });

  it("an account that STS leaves out of its answer: nothing is sent", async () => {
    const silent = await serve({
      headers: { "content-type": "text/xml" },
      body: '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><UserId>A</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>',
    });
    const only = { ...keys, "aws:allowedAccountIds": ["123456789012"], "aws:endpoints": [{ sts: silent.origin }] };
    const error = await failureOf(call(only));
    assert.deepEqual([error.details.code, server.received.length], ["UnknownAccountError", 0]);
    assert.match(error.message, /STS did not name it$/);
    await silent.close();
  });

  it("no secret of the configuration is in an error", async () => {
    const error = await failureOf(
      call({ "aws:accessKey": "CONFIGURED", "aws:secretKey": "hunter2", "aws:allowedAccountIds": ["111111111111"] }),
    );
    assert.doesNotMatch(JSON.stringify([error.message, error.details, error.stack]), /hunter2/);
  });
});
