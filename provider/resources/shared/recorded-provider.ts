import { type Member, PROVIDER_KEY, recordedProvider } from "../../core/run/recorded-provider";
import { programError } from "./program-error";

/** Some properties with the text that loads the dynamic host's provider, in the place that is its own. */
export function withProvider(properties: Record<string, unknown>, member: Member): Record<string, unknown> {
  if (properties[PROVIDER_KEY])
    throw programError(`an input has the name \`${PROVIDER_KEY}\`, which Pulumi keeps for itself; leave it out`);
  return { ...properties, [PROVIDER_KEY]: recordedProvider(member) };
}
