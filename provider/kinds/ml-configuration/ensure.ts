import type { Context } from "../../core/run/context";
import type { Values } from "../../core/values/pick";
import { locationText, OtherConfigurationError } from "./errors";
import { findConfiguration, isSameLocation } from "./find";
import type { ConfigurationInputs } from "./inputs";
import { configurationOutputs } from "./outputs";
import { putConfiguration } from "./put";

/**
 * Makes the program's configuration that of the membership: none there is put and owned; an equal one is taken over and not owned;
 * another one is an error, unless the program says `overwrite`.
 */
export async function ensureConfiguration(
  inputs: ConfigurationInputs,
  region: string | undefined,
  context: Context,
): Promise<Values> {
  const { engine, resource } = context;
  const { membershipIdentifier, defaultOutputLocation: wanted, overwrite } = inputs;
  const there = await findConfiguration({ membershipIdentifier, region }, context);
  const found = there?.defaultOutputLocation;
  if (found !== undefined && isSameLocation(found, wanted)) {
    engine.log("info", resource.urn, "the membership has this ML configuration already; `pulumi destroy` will leave it there");
    return configurationOutputs({ ...inputs }, there ?? {}, { region, owned: false });
  }
  if (found !== undefined && overwrite !== true) throw new OtherConfigurationError(membershipIdentifier, found, wanted);
  if (found !== undefined) engine.log("info", resource.urn, `takes the place of ${locationText(found)}`);
  const put = await putConfiguration({ ...inputs, ...(region !== undefined && { region }) }, context);
  return configurationOutputs({ ...inputs }, put ?? {}, { region, owned: true });
}
