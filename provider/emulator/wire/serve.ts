import type { IncomingMessage } from "node:http";
import type { Context } from "../context";
import { run } from "../operations";
import { validate } from "../operations/validate";
import type { Call, Faults } from "../state/faults";
import type { Settings } from "../state/options";
import type { Store } from "../state/store";
import { failure, success, thrown } from "./answer";
import { parseBody } from "./body";
import { WireError } from "./errors";
import type { LoggedRequest } from "./log";
import { type Mishap, mishapAt } from "./mishap";
import { inputOf, type OperationName, routeOf } from "./routes";
import { authenticate, parseAuthorization } from "./signature";
import { parseTarget } from "./target";

/** What every request works with. */
export interface Service {
  settings: Settings;
  store: Store;
  faults: Faults;
  now(): number;
}

/** Answers one request to the service: understood, met by faults, authenticated, validated, run. */
export async function serve(
  service: Service,
  request: IncomingMessage,
  body: Buffer | undefined,
  entry: LoggedRequest,
): Promise<Mishap> {
  const target = parseTarget(request.url ?? "/");
  if (!target) return failure(new WireError("ValidationException", 400, "The path or the query is not percent-encoded"));
  if (!body) return failure(new WireError("RequestEntityTooLargeException", 413, "The request body is too large"));
  const method = request.method ?? "GET";
  const route = routeOf(method, target.segments);
  const parsed = parseBody(body);
  const input = route instanceof WireError || parsed instanceof WireError ? {} : inputOf(route, target.query, parsed);
  const operation = route instanceof WireError ? undefined : route.operation;
  if (operation) entry.operation = operation;
  const call = callOf(service, operation, input, request);
  const before = await mishapAt("before", service.faults, call, input);
  if (before) return before;
  const act = () => {
    const { credentials, verifySignatures } = service.settings;
    const caller = authenticate({ ...target, method, headers: request.headers, body }, credentials, verifySignatures);
    if (route instanceof WireError) throw route;
    if (parsed instanceof WireError) throw parsed;
    validate(route.operation, input);
    const { settings, store, faults } = service;
    const context: Context = { settings, store, faults, caller, call, now: service.now() };
    return withStatus(context, route.operation, run(route.operation, context, input));
  };
  let answer: Mishap;
  try {
    answer = success(act());
  } catch (error) {
    answer = thrown(error);
  }
  return (await mishapAt("after", service.faults, call, input)) ?? answer;
}

function callOf(service: Service, operation: string | undefined, input: Record<string, unknown>, request: IncomingMessage): Call {
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  const trainedModelArn = text(input.trainedModelArn) ?? text(input.resourceArn);
  const version = text(input.versionIdentifier);
  const named = service.store.records.findLast(
    (record) => record.arn === trainedModelArn && (version === undefined || record.version === version),
  );
  return {
    operation,
    name: operation === "CreateTrainedModel" ? text(input.name) : named?.request.name,
    trainedModelArn,
    membershipIdentifier: text(input.membershipIdentifier),
    accessKeyId: parseAuthorization(request.headers.authorization ?? "")?.accessKeyId,
  };
}

/** The answer of a read, under a status that a fault puts in place of the real one. */
function withStatus({ faults, call }: Context, operation: OperationName, answer: object | undefined): object | undefined {
  if (!answer || !/^(Get|ListTrained)/.test(operation)) return answer;
  const status = faults.take(call, ["unknown-status"])?.status;
  if (status === undefined) return answer;
  if (!("trainedModels" in answer) || !Array.isArray(answer.trainedModels)) return { ...answer, status };
  return { ...answer, trainedModels: answer.trainedModels.map((row: object) => ({ ...row, status })) };
}
