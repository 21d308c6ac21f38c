import { refusal } from "../../core/errors/refusal";
import { isServiceError } from "../../core/errors/service-error";
import type { Context } from "../../core/run/context";
import type { Values } from "../../core/values/pick";
import { findConfiguration, isSameLocation, placeOf } from "./find";
import { inputsOf } from "./inputs";

/** Deletes what this stack made and nobody has changed since; anything else stays, and the row says so. */
export async function removeConfiguration(recorded: Values, context: Context): Promise<void> {
  const { engine, engineRun, resource, serviceIn, signal, reader } = context;
  const { membershipIdentifier, defaultOutputLocation, region } = inputsOf(recorded);
  const stays = (why: string) =>
    engine.log("info", resource.urn, `the ML configuration of the membership ${membershipIdentifier} stays: ${why}`);
  if (recorded.owned !== true) return stays("this stack did not make it");
  // Under another name, or after a replacement, the program has it still.
  if (engineRun.isCurrent(placeOf({ membershipIdentifier, region }))) return stays("another resource of this run has it");
  const found = await findConfiguration({ membershipIdentifier, region }, context);
  if (found === undefined) return;
  if (!isSameLocation(found.defaultOutputLocation, defaultOutputLocation)) return stays("somebody has changed it");
  try {
    await serviceIn(region).deleteMLConfiguration({ membershipIdentifier }, signal);
  } catch (error) {
    if (isServiceError(error, "not-found")) return;
    throw isServiceError(error) ? refusal(error, reader) : error;
  }
}
