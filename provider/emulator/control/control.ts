import type { IncomingMessage } from "node:http";
import type { Emulator } from "../emulator";
import { modelChange } from "../trained-models/change-input";
import { type Answer, success, thrown } from "../wire/answer";
import { parseBody } from "../wire/body";
import { modelled, WireError } from "../wire/errors";
import { fault } from "./fault-input";
import { number, object } from "./members";

/** The paths that other processes script the emulator through; they are not signed. */
export const controlPath = "/_emulator/";

/** Answers a request under the control path. */
export function control(emulator: Emulator, request: IncomingMessage, body: Buffer): Answer {
  try {
    if (!isLocal(request)) throw modelled("AccessDeniedException", "The control path is for this machine");
    const input = parseBody(body);
    if (input instanceof WireError) throw input;
    return success(act(emulator, request, input));
  } catch (error) {
    return thrown(error);
  }
}

const advance = object((members) => members.required("seconds", number));

/** GET state, POST faults (→ its id), DELETE faults[/id], PATCH models, POST advance {seconds}. */
function act(emulator: Emulator, request: IncomingMessage, input: Record<string, unknown>): object {
  const [what = "", id] = (request.url ?? "").slice(controlPath.length).split("/");
  switch (`${request.method} ${what}`) {
    case "GET state":
      return stateOf(emulator);
    case "POST faults":
      return emulator.faults.put(fault(input, ""));
    case "DELETE faults":
      if (id === undefined) emulator.faults.clear();
      else if (!emulator.faults.remove(id)) throw missing(`There is no fault ${id}`);
      return {};
    case "PATCH models": {
      const { reference, change } = modelChange(input, "");
      if (!emulator.change(reference, change)) throw missing("There is no such model");
      return {};
    }
    case "POST advance":
      emulator.advance(advance(input, ""));
      return {};
    default:
      throw missing("The emulator has no such control");
  }
}

const missing = (message: string): WireError => modelled("ResourceNotFoundException", message);

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
