import assert from "node:assert/strict";
import { type LoadedClient, loadClient } from "../../../provider/aws/client/load";
import type { ServiceError } from "../../../provider/core/errors/service-error";
import { type Answer, fault, type Received, serve, type TestServer } from "../http-server";
import * as given from "./fixtures";
import {
  address,
  failureOf,
  membershipIdentifier,
  modelPath,
  never,
  request,
  serviceAt,
  trainedModelArn,
  version,
} from "./fixtures";
import { installed } from "./official";
import { parseAuthorization, signatureOf } from "./sigv4";

/** What any client module has to do behind the Service, be it AWS's own or this package's. */
function contract(kind: LoadedClient["kind"], load: () => LoadedClient) {
  describe(`the contract of a client: ${kind}`, () => {
    let server: TestServer;
    let script: (received: Received, index: number) => Answer;
    beforeEach(async () => {
      script = () => ({});
      server = await serve((...received) => script(...received));
    });
    afterEach(() => server.close());

    const service = () =>
      serviceAt(server.origin, { load, credentials: { accessKeyId: "test", secretAccessKey: "test" }, userAgents: ["us/1.2.3"] });
    const sent = () => server.received.map(({ method, path, query, body }) => [method, path, query, body && JSON.parse(body)]);

    it("is the one that was asked for, and says so in the user agent", async () => {
      assert.equal(load().kind, kind);
      await service().cancelTrainedModel(address, never);
      assert.match(server.received[0]?.headers["user-agent"] ?? "", new RegExp(`us/1\\.2\\.3.*cleanroomsml-client/${kind}`));
    });

    it("creates with every member that it is given, signed for cleanrooms-ml", async () => {
      script = () => ({ body: { trainedModelArn, versionIdentifier: version } });
      const { membershipIdentifier: _, ...body } = request;
      assert.deepEqual(await service().createTrainedModel(request, never), { trainedModelArn, versionIdentifier: version });
      assert.deepEqual(sent(), [["POST", `/memberships/${membershipIdentifier}/trained-models`, "", body]]);
      const [one] = server.received;
      assert.ok(one);
      const { service: name, signature } = parseAuthorization(one.headers.authorization);
      assert.deepEqual([name, signature], ["cleanrooms-ml", signatureOf(one, "test")]);
    });

    it("reads a model, its times as dates, and names its version", async () => {
      script = () => ({ body: { ...given.model, versionIdentifier: version } });
      const read = await service().getTrainedModel({ ...address, versionIdentifier: version }, never);
      assert.deepEqual(read, { ...given.modelRead, versionIdentifier: version });
      assert.deepEqual(sent(), [["GET", modelPath, `versionIdentifier=${version}`, ""]]);
    });

    it("has no version of a base, however the service writes it", async () => {
      for (const versionIdentifier of [undefined, null, "", "NULL"]) {
        const incrementalTrainingDataChannels = [{ channelName: "base", modelName: "old", versionIdentifier }];
        script = () => ({ body: { ...given.model, versionIdentifier, incrementalTrainingDataChannels } });
        const read = await service().getTrainedModel(address, never);
        assert.deepEqual(read, {
          ...given.modelRead,
          incrementalTrainingDataChannels: [{ channelName: "base", modelName: "old" }],
        });
        script = () => ({ body: { trainedModelArn, versionIdentifier } });
        assert.deepEqual(await service().createTrainedModel(request, never), { trainedModelArn });
      }
    });

    it("lists every page", async () => {
      const pages = ["", "a+b/c=", "d e"];
      script = ({ query }) => {
        const at = pages.indexOf(new URLSearchParams(query.replaceAll("+", "%2B")).get("nextToken") ?? "");
        return {
          body: { trainedModels: [{ ...given.summary, name: `m${at}`, versionIdentifier: "NULL" }], nextToken: pages[at + 1] },
        };
      };
      const expected = [0, 1, 2].map((at) => ({ ...given.summaryRead, name: `m${at}` }));
      assert.deepEqual(await service().listTrainedModels(membershipIdentifier, never), expected);
      assert.deepEqual(await service().listTrainedModelVersions(address, never), expected);
      assert.ok(server.received.every(({ query }) => new URLSearchParams(query).get("maxResults") === "100"));
      assert.deepEqual(
        server.received.map(({ path }) => path),
        [...Array(3).fill(`/memberships/${membershipIdentifier}/trained-models`), ...Array(3).fill(`${modelPath}/versions`)],
      );
    });

    it("stops where a page token repeats", async () => {
      script = () => ({ body: { trainedModels: [], nextToken: "again" } });
      const { kind, details } = await failureOf(service().listTrainedModels(membershipIdentifier, never));
      assert.deepEqual([kind, details.code, server.received.length], ["unexpected", "RepeatedToken", 2]);
    });

    it("cancels, deletes and tags", async () => {
      script = ({ method }) => ({ body: method === "GET" ? { tags: { "a b": "ü" } } : {} });
      const resource = { resourceArn: trainedModelArn };
      const path = `/tags/${encodeURIComponent(trainedModelArn)}`;
      await service().cancelTrainedModel({ ...address, versionIdentifier: version }, never);
      await service().deleteTrainedModelOutput(address, never);
      await service().tagResource({ ...resource, tags: { "a b": "ü" } }, never);
      await service().untagResource({ ...resource, tagKeys: ["a b", "c+d", "ü"] }, never);
      assert.deepEqual(await service().listTagsForResource(resource, never), { tags: { "a b": "ü" } });
      assert.deepEqual(sent(), [
        ["PATCH", modelPath, `versionIdentifier=${version}`, ""],
        ["DELETE", modelPath, "", ""],
        ["POST", path, "", { tags: { "a b": "ü" } }],
        ["DELETE", path, "tagKeys=a%20b&tagKeys=c%2Bd&tagKeys=%C3%BC", ""],
        ["GET", path, "", ""],
      ]);
    });

    it("sends one create whatever comes back, a throttling too", async () => {
      const answers: [Answer, ServiceError["kind"]][] = [
        ...[500, 502, 503, 504].map((status): [Answer, "ambiguous"] => [fault(status, "InternalServiceException"), "ambiguous"]),
        [{ status: 502, body: "<html>Bad gateway" }, "ambiguous"],
        ["reset", "ambiguous"],
        [fault(429, "ThrottlingException"), "throttled"],
      ];
      for (const [answer, expected] of answers) {
        script = () => answer;
        const before = server.received.length;
        const { kind: failed } = await failureOf(service().createTrainedModel(request, never));
        assert.deepEqual([failed, server.received.length - before], [expected, 1], JSON.stringify(answer));
      }
    });

    it("repeats what only reads, once it failed", async () => {
      for (const failing of [fault(500, "InternalServiceException"), fault(503, "Unavailable"), "reset"] as Answer[]) {
        script = (_, index) => (index % 2 === 0 ? failing : { body: { tags: {} } });
        assert.deepEqual(await service().listTagsForResource({ resourceArn: trainedModelArn }, never), { tags: {} });
      }
      assert.equal(server.received.length, 6);
    });

    it("ends at once when it is aborted, in a request and in a pause", async () => {
      // Told to come back in a second: a pause that is surely long enough to be ended.
      const pausing: Answer = { status: 429, headers: { "x-amzn-errortype": "ThrottlingException", "retry-after": "1" } };
      for (const answer of ["hang", pausing] as Answer[]) {
        script = () => answer;
        const { signal, abort } = aborting();
        const count = server.received.length + 1;
        const failing = failureOf(service().getTrainedModel(address, signal));
        await server.answered(count);
        await new Promise((resolve) => setTimeout(resolve, 20));
        const start = performance.now();
        abort();
        assert.equal((await failing).kind, "aborted");
        assert.ok(performance.now() - start < 100);
        assert.equal(server.received.length, count);
      }
    });

    it("sends nothing when it is aborted before", async () => {
      assert.equal((await failureOf(service().createTrainedModel(request, AbortSignal.abort()))).kind, "aborted");
      assert.equal(server.received.length, 0);
    });
  });
}

function aborting() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort(new Error("Ctrl-C")) };
}

contract("builtin", () => loadClient({ force: "builtin" }));
const current = installed("current");
contract("official", () => loadClient({ paths: [current], force: "" }));
