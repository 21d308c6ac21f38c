import { ServiceError } from "../../core/errors/service-error";
import { toServiceError } from "../client/failure";
import type { Messages, OperationName } from "../client/module";
import type { Connection, ServiceOptions } from "../connection/connect";
import { orAborted } from "./abort";
import { checkLabels } from "./labels";

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
