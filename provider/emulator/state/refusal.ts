import { invalid, modelled } from "../wire/errors";
import type { PhaseFailure } from "./lifecycle";

/** How the service answers what cannot go well: at once, or by a job that fails. */
export type RefusalReading = "validation" | "not-found" | "conflict" | "create-failed";

/** Thrown where the request is refused; given back where the job fails later. */
export function refusalOrFailure(reading: RefusalReading, failure: PhaseFailure): PhaseFailure {
  if (reading === "create-failed") return failure;
  if (reading === "validation") throw invalid(failure.message);
  throw modelled(reading === "conflict" ? "ConflictException" : "ResourceNotFoundException", failure.message);
}
