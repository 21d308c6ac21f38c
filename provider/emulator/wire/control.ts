import type { IncomingMessage } from "node:http";
import type { Emulator } from "../emulator";
import type { Fault } from "../state/faults";
import type { ModelChange, ModelReference } from "../state/models";
import { type Answer, failure, success } from "./answer";
import { parseBody } from "./body";
import { WireError } from "./errors";

/** The paths that other processes script the emulator through; they are not signed. */
export const controlPath = "/_emulator/";

/**
 * Answers a request under the control path:
 * GET state, POST faults (→ its id), DELETE faults[/id], PATCH models, POST advance {seconds}.
 */
export function control(emulator: Emulator, request: IncomingMessage, body: Buffer): Answer {
  if (!isLocal(request)) return failure(new WireError("AccessDeniedException", 403, "The control path is for this machine"));
  const input = parseBody(body);
  if (input instanceof WireError) return failure(input);
  const [what = "", id] = (request.url ?? "").slice(controlPath.length).split("/");
  switch (`${request.method} ${what}`) {
    case "GET state":
      return success(stateOf(emulator));
    case "POST faults":
      return added(emulator, input as unknown as Fault);
    case "DELETE faults":
      if (id === undefined) emulator.faults.clear();
      else if (!emulator.faults.remove(id)) return missing(`There is no fault ${id}`);
      return success({});
    case "PATCH models": {
      const { trainedModelArn, versionIdentifier, ...change } = input as unknown as ModelReference & ModelChange;
      if (!emulator.change({ trainedModelArn, versionIdentifier }, change)) return missing("There is no such model");
      return success({});
    }
    case "POST advance":
      if (typeof input.seconds !== "number") return invalid("seconds is a number");
      emulator.advance(input.seconds);
      return success({});
    default:
      return missing("The emulator has no such control");
  }
}

function added(emulator: Emulator, fault: Fault): Answer {
  try {
    return success(emulator.faults.put(fault));
  } catch (error) {
    return invalid(error instanceof Error ? error.message : String(error));
  }
}

const invalid = (message: string): Answer => failure(new WireError("ValidationException", 400, message));
const missing = (message: string): Answer => failure(new WireError("ResourceNotFoundException", 404, message));

function stateOf(emulator: Emulator): object {
  return {
    endpoint: emulator.endpoint,
    creates: emulator.creates,
    models: emulator.models(),
    faults: emulator.faults.list(),
    requests: emulator.requests,
  };
}

/** A page in a browser on this machine must not script the emulator: it has an origin, or a name that was rebound. */
function isLocal({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? "");
}
