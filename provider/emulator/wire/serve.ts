import type { IncomingMessage } from "node:http";
import { type OperationName, run } from "../operations";
import { callOf } from "../operations/call";
import type { OperationContext } from "../operations/context";
import type { Faults } from "../state/faults";
import type { EmulatorSettings } from "../state/options";
import type { Store } from "../state/store";
import { failure, success, thrown } from "./answer";
import { parseBody } from "./body";
import { invalid, WireError } from "./errors";
import type { LoggedRequest } from "./log";
import { type Mishap, mishapAt } from "./mishap";
import { inputOf, routeOf } from "./routes";
import { authenticate, parseAuthorization } from "./signature";
import { parseTarget } from "./target";
import { validate } from "./validate";

/** What every request works with. */
export interface ServiceState {
  settings: EmulatorSettings;
  store: Store;
  faults: Faults;
  now(): number;
}

/** Answers one request to the service: understood, met by faults, authenticated, validated, run. */
export async function serve(
  service: ServiceState,
  request: IncomingMessage,
  body: Buffer | undefined,
  entry: LoggedRequest,
): Promise<Mishap> {
  const target = parseTarget(request.url ?? "/");
  if (!target) return failure(invalid("The path or the query is not percent-encoded"));
  if (!body) return failure(new WireError("RequestEntityTooLargeException", 413, "The request body is too large"));
  const method = request.method ?? "GET";
  const route = routeOf(method, target.segments);
  const parsed = parseBody(body);
  const input = route instanceof WireError || parsed instanceof WireError ? {} : inputOf(route, target.query, parsed);
  const operation = route instanceof WireError ? undefined : route.operation;
  if (operation) entry.operation = operation;
  const accessKeyId = parseAuthorization(request.headers.authorization ?? "")?.accessKeyId;
  const call = { ...callOf(service.store, operation, input), accessKeyId };
  const before = await mishapAt("before", service.faults, call, input);
  if (before) return before;
  const answered = () => {
    const { credentials, verifySignatures } = service.settings;
    const caller = authenticate({ ...target, method, headers: request.headers, body }, credentials, verifySignatures);
    if (route instanceof WireError) throw route;
    if (parsed instanceof WireError) throw parsed;
    const { settings, store, faults } = service;
    const context: OperationContext = { settings, store, faults, caller, call, now: service.now() };
    return act(route.operation, context, input);
  };
  let answer: Mishap;
  try {
    answer = success(answered());
  } catch (error) {
    answer = thrown(error);
  }
  return (await mishapAt("after", service.faults, call, input)) ?? answer;
}

function act(operation: OperationName, context: OperationContext, input: Record<string, unknown>): object | undefined {
  validate(operation, input);
  return withStatus(context, operation, run(operation, context, input));
}

/** The answer of a read, under a status that a fault puts in place of the real one. */
function withStatus(
  { faults, call }: OperationContext,
  operation: OperationName,
  answer: object | undefined,
): object | undefined {
  if (!answer || operation === "ListTagsForResource" || !/^(Get|List)/.test(operation)) return answer;
  const status = faults.take(call, ["unknown-status"])?.status;
  if (status === undefined) return answer;
  if (operation.startsWith("Get")) return { ...answer, status };
  const rowsWithStatus = (rows: unknown) => (Array.isArray(rows) ? rows.map((row: object) => ({ ...row, status })) : rows);
  return Object.fromEntries(Object.entries(answer).map(([name, member]) => [name, rowsWithStatus(member)]));
}
