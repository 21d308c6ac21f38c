import { ServiceError } from "../../core/errors/service-error";
import { operations, shapeOf } from "../../service/model";
import { toServiceError } from "../client/failure";
import type { Messages, OperationName } from "../client/module";
import type { Connection, ServiceOptions } from "../connection/connect";

/**
 * One call of an operation; every failure is a `ServiceError`. An answer without its essential member is not the service's,
 * whatever its status: an empty list would mean that nothing trains.
 */
export type CallOperation = <Name extends OperationName>(
  name: Name,
  input: Messages[Name][0],
  signal: AbortSignal,
  essential?: keyof Messages[Name][1],
) => Promise<Messages[Name][1]>;

/** Calls over one connection. Nothing of AWS is loaded before the first one. */
export function callsOver(options: ServiceOptions): CallOperation {
  let connection: Promise<Connection> | undefined;
  const connected = () => {
    connection ??= (require("../connection/connect") as typeof import("../connection/connect")).connect(options);
    // Settings that were wrong once may be right at the next call.
    connection.catch(() => {
      connection = undefined;
    });
    return connection;
  };
  return async (name, input, signal, essential) => {
    let origin: string | undefined;
    try {
      signal.throwIfAborted();
      checkLabels(name, input);
      const { send, ...where } = await connected();
      origin = where.origin;
      const answer = await orAborted(send(name, input, signal), signal);
      if (essential === undefined || answer[essential] != null) return answer;
    } catch (error) {
      throw toServiceError(name, error, { origin, aborted: signal.aborted });
    }
    const message = `the answer to ${name} has no ${String(essential)}: is it Clean Rooms ML that answers?`;
    throw new ServiceError(name, "ambiguous", message, { code: "IncompleteAnswer" });
  };
}

/** Ends when the signal does, whatever the call waits for: a retry's pause, STS, a prompt for a token. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** An empty part of a path is another operation's path: GetTrainedModel of "" lists, and `..` goes up. */
function checkLabels(name: string, input: object): void {
  const { shape = "" } = operations[name]?.input ?? {};
  for (const [member, { location }] of Object.entries(shapeOf(shape).members ?? {})) {
    if (location !== "uri") continue;
    const value: unknown = Reflect.get(input, member);
    if (typeof value === "string" && !/^\.{0,2}$/.test(value)) continue;
    throw new ServiceError(name, "validation", `${member} of ${name} is not an identifier`, { code: "InvalidIdentifier" });
  }
}
