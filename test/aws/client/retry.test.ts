import assert from "node:assert/strict";
import { CreateTrainedModelCommand, GetTrainedModelCommand } from "../../../provider/aws/client/builtin";
import { CleanRoomsMLClient } from "../../../provider/aws/client/client";
import { CleanRoomsMLServiceException, ThrottlingException } from "../../../provider/aws/client/errors";
import { ObservedHandler } from "../../../provider/aws/client/handler";
import { type Answer, fault, serve } from "../http-server";
import { address, model, never, request, serviceAt, trainedModelArn } from "./fixtures";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const clientAt = (endpoint: string) =>
  new CleanRoomsMLClient({
    region: "us-east-1",
    endpoint,
    credentials,
    maxAttempts: 2,
    requestHandler: new ObservedHandler({ requestTimeout: 100 }, () => {}),
  });

describe("the client by itself", () => {
  const ambiguous: [string, Answer][] = [
    ...[500, 502, 503, 504].map((status): [string, Answer] => [String(status), fault(status, "InternalServiceException")]),
    ["a closed connection", "reset"],
    ["a time-out", "hang"],
  ];
  for (const [name, answer] of ambiguous) {
    it(`sends one create on ${name}, and two reads`, async () => {
      const server = await serve(answer);
      const client = clientAt(server.origin);
      await assert.rejects(client.send(new CreateTrainedModelCommand(request)));
      assert.equal(server.received.length, 1);
      await assert.rejects(client.send(new GetTrainedModelCommand(address)));
      assert.equal(server.received.length, 3);
      await server.close();
    });
  }

  it("repeats a create that was throttled", async () => {
    const server = await serve((_, index) => (index === 0 ? fault(429, "ThrottlingException") : { body: { trainedModelArn } }));
    const { trainedModelArn: arn, $metadata } = await clientAt(server.origin).send(new CreateTrainedModelCommand(request));
    assert.deepEqual([arn, $metadata.attempts, server.received.length], [trainedModelArn, 2, 2]);
    await server.close();
  });

  it("throws AWS's exception classes", async () => {
    const server = await serve(fault(429, "ThrottlingException"));
    const error = await clientAt(server.origin)
      .send(new GetTrainedModelCommand(address))
      .catch((e: unknown) => e);
    assert.ok(error instanceof ThrottlingException && error instanceof CleanRoomsMLServiceException);
    assert.deepEqual([error.name, error.$fault, error.message], ["ThrottlingException", "client", "said by ThrottlingException"]);
    await server.close();
  });
});

describe("a clock that is wrong", () => {
  it("is corrected by the first answer, for a create too", async () => {
    const ahead = 3_600_000;
    const server = await serve(({ headers }) => {
      const date = new Date(Date.now() + ahead).toUTCString();
      const signed = String(headers["x-amz-date"]).replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5");
      const late = Math.abs(Date.parse(signed) - Date.now() - ahead) > 300_000;
      if (late)
        return {
          ...Object(fault(403, "InvalidSignatureException")),
          headers: { date, "x-amzn-errortype": "InvalidSignatureException" },
        };
      return { headers: { date }, body: model };
    });
    const service = serviceAt(server.origin);
    await service.getTrainedModel(address, never);
    assert.equal(server.received.length, 2);
    await service.createTrainedModel(request, never);
    assert.equal(server.received.length, 3);
    await server.close();
  });
});
