import { isRecord } from "../../utils/guards";
import type { Call, Faults } from "../state/faults";
import { type Answer, failure } from "./answer";
import { modelled, statusOf, WireError } from "./errors";

/** What a fault makes of an answer: another one, or none. */
export type Mishap = Answer | "drop" | "hang";

/** Waits where a fault is slow, then says what goes wrong at this point of a call, if anything. */
export async function mishapAt(
  when: "before" | "after",
  faults: Faults,
  call: Call,
  input: Record<string, unknown>,
): Promise<Mishap | undefined> {
  const slow = faults.take(call, ["slow"], when);
  if (slow) await new Promise((resolve) => setTimeout(resolve, slow.delayMs).unref());
  if (when === "before" && isTagged(call, input) && faults.take(call, ["deny-tags"]))
    return failure(modelled("AccessDeniedException", `User is not authorized to perform: cleanrooms-ml:TagResource`));
  const fault = faults.take(call, ["throttle", "error", "html", "drop", "hang", "expired-token"], when);
  switch (fault?.kind) {
    case undefined:
      return undefined;
    case "throttle":
      return failure(modelled("ThrottlingException", "Rate exceeded"));
    case "expired-token":
      return failure(new WireError("ExpiredTokenException", 403, "The security token included in the request is expired"));
    case "html":
      return {
        status: fault.status ?? 502,
        headers: { "content-type": "text/html" },
        body: "<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>",
      };
    case "error": {
      const { code, status = statusOf(code), message = "A fault of the emulator" } = fault;
      return failure(new WireError(code, status, fault.echo ? `${message}: ${JSON.stringify(input)}` : message));
    }
    default:
      return fault?.kind;
  }
}

function isTagged({ operation }: Call, input: Record<string, unknown>): boolean {
  if (operation === "TagResource" || operation === "UntagResource") return true;
  const isCreate = operation?.startsWith("Create") ?? false;
  return isCreate && isRecord(input.tags) && Object.keys(input.tags).length > 0;
}
