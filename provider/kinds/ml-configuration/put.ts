import { refusal } from "../../core/errors/refusal";
import { isServiceError } from "../../core/errors/service-error";
import type { Context } from "../../core/run/context";
import type { GetMLConfigurationResponse } from "../../service/shapes";
import { findConfiguration, isSameLocation } from "./find";
import type { ConfigurationInputs } from "./inputs";

/** A role that has just been made is not usable at once: so long it is asked again for it, in ms, and so often. */
const ROLE_MS = 60_000;
const PAUSE_MS = 5_000;

/**
 * Puts the program's configuration; gives back what the service then has. A put says the whole, so a lost answer does no harm: what
 * was put is there. Nor does a look that fails after a put, which would leave it to nobody.
 */
export async function putConfiguration(
  { membershipIdentifier, defaultOutputLocation, region }: ConfigurationInputs,
  context: Context,
): Promise<GetMLConfigurationResponse | undefined> {
  const { serviceIn, signal, clock, engine, resource, reader } = context;
  const since = clock.now();
  const look = () => findConfiguration({ membershipIdentifier, region }, context).catch(() => undefined);
  for (;;) {
    try {
      await serviceIn(region).putMLConfiguration({ membershipIdentifier, defaultOutputLocation }, signal);
      break;
    } catch (error) {
      if (!isServiceError(error)) throw error;
      if (isServiceError(error, "ambiguous")) {
        const there = await look();
        if (there && isSameLocation(there.defaultOutputLocation, defaultOutputLocation)) return there;
      }
      const mayBeNewRole = isServiceError(error, "denied", "validation");
      if (!mayBeNewRole || clock.now() - since >= ROLE_MS) throw refusal(error, reader);
      engine.status(resource.urn, "waiting for the role to be usable");
      await clock.sleep(PAUSE_MS, signal);
    }
  }
  return look();
}
