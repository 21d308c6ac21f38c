import type { Call, Faults } from "../state/faults";
import { detailsOf, type PhaseFailure } from "../state/lifecycle";
import type { EmulatorSettings } from "../state/options";
import type { Store } from "../state/store";
import type { Caller } from "../wire/signature";

/** What an operation works with. */
export interface OperationContext {
  settings: EmulatorSettings;
  store: Store;
  faults: Faults;
  caller: Caller;
  /** What faults are matched against. */
  call: Call;
  /** One instant for the whole request, in milliseconds. */
  now: number;
}

/** How the phase that this call starts fails, when a fault says so. */
export function failureOf(
  context: OperationContext,
  kind: "fail-training" | "fail-query" | "fail-inference" | "fail-export" | "fail-cancel" | "fail-delete",
): PhaseFailure | undefined {
  const fault = context.faults.take(context.call, [kind]);
  if (!fault) return undefined;
  const statusCode = fault.statusCode ?? "INTERNAL_ERROR";
  const { message = "" } = detailsOf({ statusCode, message: fault.message ?? "The job failed" });
  return { statusCode, message };
}
