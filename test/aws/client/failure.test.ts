import assert from "node:assert/strict";
import { createServer } from "node:net";
import { inspect } from "node:util";
import { toServiceError } from "../../../provider/aws/client/failure";
import type { ServiceErrorKind } from "../../../provider/core/errors/service-error";
import { type Answer, fault, serve } from "../http-server";
import { address, failureOf, membershipIdentifier, model, never, request, secret, serviceAt, sessionToken } from "./fixtures";

const html: Answer = { body: "<html><body>Welcome to the proxy</body></html>" };
const page = (status: number): Answer => ({ ...html, status });

const answers: [string, Answer, ServiceErrorKind, string][] = [
  ["AccessDeniedException", fault(403, "AccessDeniedException"), "denied", "said by AccessDeniedException"],
  ["ResourceNotFoundException", fault(404, "ResourceNotFoundException"), "not-found", "said by ResourceNotFoundException"],
  ["ConflictException", fault(409, "ConflictException"), "conflict", "said by ConflictException"],
  ["ValidationException", fault(400, "ValidationException"), "validation", "said by ValidationException"],
  [
    "an error type with a namespace and a link",
    fault(400, "com.amazonaws#ValidationException:http://x/"),
    "validation",
    "said by",
  ],
  ["an unmodelled 400", fault(400, "SerializationException"), "unexpected", "HTTP 400, SerializationException: said by"],
  ["ThrottlingException", fault(429, "ThrottlingException"), "throttled", "said by ThrottlingException"],
  ["429 without a name", { status: 429 }, "throttled", ""],
  ["429 in HTML", page(429), "throttled", "HTTP 429"],
  ["throttling as 400", fault(400, "ThrottlingException"), "throttled", "said by ThrottlingException"],
  ["InternalServiceException", fault(500, "InternalServiceException"), "ambiguous", "said by InternalServiceException"],
  ["500 without a name", { status: 500 }, "ambiguous", ""],
  ["502 in HTML", page(502), "ambiguous", "not Clean Rooms ML's"],
  ["504 in HTML", page(504), "ambiguous", "is there a proxy"],
  ["200 in HTML", page(200), "ambiguous", "not Clean Rooms ML's"],
  ["200 with half of a JSON", { body: '{"trainedModelArn": ' }, "ambiguous", "not Clean Rooms ML's"],
  ["200 with a time that is none", { body: { ...model, createTime: "yesterday" } }, "ambiguous", "not Clean Rooms ML's"],
  ["a closed connection", "reset", "ambiguous", "ended before there was an answer"],
  ["404 in HTML", page(404), "unexpected", "not Clean Rooms ML's"],
  ["403 in HTML", page(403), "unexpected", "HTTP 403"],
  ["400 in HTML", page(400), "unexpected", "HTTP 400"],
  ["302 in HTML", page(302), "unexpected", "HTTP 302"],
  ["404 in JSON of somebody else", { status: 404, body: { message: "no Route matched" } }, "unexpected", "HTTP 404"],
  ["404 of an operation that is not there", fault(404, "UnknownOperationException"), "unexpected", "UnknownOperationException"],
  ...["ExpiredTokenException", "UnrecognizedClientException", "InvalidSignatureException", "SignatureDoesNotMatch"].map(
    (name): [string, Answer, ServiceErrorKind, string] => [name, fault(403, name), "credentials", `said by ${name}`],
  ),
  ["InvalidClientTokenId", fault(400, "InvalidClientTokenId"), "credentials", "said by InvalidClientTokenId"],
];

describe("what a failed call means", () => {
  for (const [name, answer, kind, message] of answers) {
    it(`${name}: ${kind}`, async () => {
      const server = await serve(answer);
      try {
        // Of a create, since that is where a wrong reading costs money; and of a read, for the shape of its answer.
        const calls = [serviceAt(server.origin).createTrainedModel(request, never)];
        if (name.startsWith("200 with a time")) calls.splice(0, 1, serviceAt(server.origin).getTrainedModel(address, never));
        for (const call of calls) {
          const error = await failureOf(call);
          assert.equal(error.kind, kind, inspect(error));
          assert.ok(error.message.includes(message), error.message);
          assert.equal(error.details.endpoint, server.origin);
          const status = answer === "reset" || answer === "hang" || answer === "stall" ? undefined : (answer.status ?? 200);
          assert.equal(error.details.httpStatus, status);
          assert.doesNotMatch(
            inspect(error, { depth: 9, showHidden: true }),
            new RegExp(`${secret}|${sessionToken}|AWS4-HMAC|Welcome`),
          );
        }
      } finally {
        await server.close();
      }
    });
  }

  it("a quota says which, and how much", async () => {
    const server = await serve(fault(402, "ServiceQuotaExceededException", { quotaName: "ml.p5.48xlarge", quotaValue: 0 }));
    const { kind, details, operation } = await failureOf(serviceAt(server.origin).createTrainedModel(request, never));
    assert.deepEqual(
      [kind, operation, details.quotaName, details.quotaValue],
      ["quota", "CreateTrainedModel", "ml.p5.48xlarge", 0],
    );
    assert.deepEqual([details.code, details.httpStatus, details.requestId], ["ServiceQuotaExceededException", 402, "r-1"]);
    await server.close();
  });

  it("a refused signature is told without the signed headers that AWS repeats", async () => {
    const message = `The signature does not match.\n\nThe Canonical String was\n'x-amz-security-token:${sessionToken}'`;
    const server = await serve(fault(403, "InvalidSignatureException", { message }));
    const error = await failureOf(serviceAt(server.origin).createTrainedModel(request, never));
    assert.equal(error.message, "The signature does not match.");
    assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes(sessionToken));
    await server.close();
  });

  it("an answer without what it has to say: ambiguous, and never an empty list", async () => {
    const server = await serve({ body: { ok: true } });
    const service = serviceAt(server.origin);
    const calls = [
      service.createTrainedModel(request, never),
      service.getTrainedModel(address, never),
      service.listTrainedModels(membershipIdentifier, never),
      service.listTrainedModelVersions(address, never),
      service.listTagsForResource({ resourceArn: address.trainedModelArn }, never),
    ];
    for (const call of calls) {
      const { kind, details } = await failureOf(call);
      assert.deepEqual([kind, details.code], ["ambiguous", "IncompleteAnswer"]);
    }
    await server.close();
  });

  it("what no client should throw is told all the same, in one line", () => {
    const told = (thrown: unknown) => toServiceError("GetTrainedModel", thrown, { origin: "http://x", aborted: false });
    assert.deepEqual(
      [told(new SyntaxError("Unexpected token <")), told("a text"), told(new Error("first\nsecond"))].map(
        ({ kind, message }) => `${kind}: ${message}`,
      ),
      [
        "ambiguous: the answer at http://x to GetTrainedModel is no JSON",
        "unexpected: GetTrainedModel failed: a text",
        "unexpected: GetTrainedModel failed: first",
      ],
    );
  });

  it("a request that takes too long is ended: ambiguous", async () => {
    for (const answer of ["hang", "stall"] as const) {
      const server = await serve(answer);
      const start = performance.now();
      const service = serviceAt(server.origin, { requestTimeout: 100 });
      const { kind } = await failureOf(service.createTrainedModel(request, never));
      assert.deepEqual([kind, server.received.length], ["ambiguous", 1], answer);
      assert.ok(performance.now() - start < 1000);
      await server.close();
    }
  });

  it("a port that nobody listens at, and a name that is none: unreachable", async () => {
    const probe = createServer().listen(0, "127.0.0.1");
    await new Promise((go) => probe.once("listening", go));
    const { port } = probe.address() as { port: number };
    await new Promise((go) => probe.close(go));
    const refused = await failureOf(serviceAt(`http://127.0.0.1:${port}`).createTrainedModel(request, never));
    assert.deepEqual(
      [refused.kind, refused.details.code, refused.details.httpStatus],
      ["unreachable", "ECONNREFUSED", undefined],
    );
    assert.ok(refused.message.includes(`127.0.0.1:${port}`));
    const unknown = await failureOf(serviceAt("http://no-such-host.invalid").createTrainedModel(request, never));
    assert.equal(unknown.kind, "unreachable", inspect(unknown));
  });

  it("an identifier that would make another operation's path is not sent", async () => {
    const server = await serve({});
    const service = serviceAt(server.origin);
    for (const bad of ["", ".", ".."]) {
      const calls = [
        service.getTrainedModel({ ...address, trainedModelArn: bad }, never),
        service.deleteTrainedModelOutput({ ...address, membershipIdentifier: bad }, never),
        service.listTrainedModelVersions({ ...address, trainedModelArn: bad }, never),
        service.tagResource({ resourceArn: bad, tags: {} }, never),
        service.createTrainedModel({ ...request, membershipIdentifier: bad }, never),
      ];
      for (const call of calls) assert.equal((await failureOf(call)).kind, "validation");
    }
    assert.equal(server.received.length, 0);
    await service.cancelTrainedModel({ trainedModelArn: "../../x", membershipIdentifier: `${membershipIdentifier}/..` }, never);
    assert.equal(server.received[0]?.path, `/memberships/${membershipIdentifier}%2F../trained-models/..%2F..%2Fx`);
    await server.close();
  });
});
