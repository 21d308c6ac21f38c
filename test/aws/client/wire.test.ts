import assert from "node:assert/strict";
import * as builtin from "../../../provider/aws/client/builtin";
import { CleanRoomsMLClient } from "../../../provider/aws/client/client";
import recorded from "../../fixtures/boto3/requests.json";
import { serve, type TestServer } from "../http-server";
import { parseAuthorization, signatureOf } from "./sigv4";

/** The order of different parameters means nothing and is the client's own; that of one repeated parameter is kept. */
function parametersOf(query: string): Record<string, string[]> {
  const parameters: Record<string, string[]> = {};
  for (const pair of query.split("&")) {
    const [name = ""] = pair.split("=");
    parameters[name] = [...(parameters[name] ?? []), pair];
  }
  return parameters;
}

const commands: Record<string, unknown> = builtin;

describe("the wire, against boto3", () => {
  let server: TestServer;
  let client: CleanRoomsMLClient;
  before(async () => {
    server = await serve({});
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    client = new CleanRoomsMLClient({ region: recorded.region, endpoint: server.origin, credentials });
  });
  after(async () => {
    client.destroy();
    await server.close();
  });

  it("has at least 30 recordings, of every operation", () => {
    assert.ok(recorded.calls.length >= 30);
    assert.deepEqual(
      new Set(recorded.calls.map(({ operation }) => `${operation}Command`)),
      new Set(Object.keys(commands).filter((name) => name.endsWith("Command"))),
    );
  });

  for (const { operation, name, input, request } of recorded.calls) {
    it(`${operation}: ${name}`, async () => {
      const Command = commands[`${operation}Command`] as new (given: object) => builtin.GetTrainedModelCommand;
      await client.send(new Command(input));
      const ours = server.received.at(-1);
      assert.ok(ours);
      assert.equal(ours.method, request.method);
      assert.equal(ours.path, request.path);
      assert.deepEqual(parametersOf(ours.query), parametersOf(request.query));
      assert.deepEqual(ours.body === "" ? "" : JSON.parse(ours.body), request.body === "" ? "" : JSON.parse(request.body));
      assert.equal(ours.headers["content-type"], (request.headers as Record<string, string>)["content-type"]);
      for (const one of [ours, request]) {
        const { service, region, accessKeyId, signature } = parseAuthorization(one.headers.authorization);
        assert.deepEqual([accessKeyId, region, service], ["test", "us-east-1", "cleanrooms-ml"]);
        assert.equal(signatureOf(one, "test"), signature);
      }
    });
  }

  it("would notice another secret, path, query or body", () => {
    const [first] = recorded.calls;
    assert.ok(first);
    const { signature } = parseAuthorization(first.request.headers.authorization);
    assert.notEqual(signatureOf(first.request, "tess"), signature);
    assert.notEqual(signatureOf({ ...first.request, path: `${first.request.path}/` }, "test"), signature);
    assert.notEqual(signatureOf({ ...first.request, query: "a=b" }, "test"), signature);
    assert.notEqual(signatureOf({ ...first.request, body: `${first.request.body} ` }, "test"), signature);
  });
});
