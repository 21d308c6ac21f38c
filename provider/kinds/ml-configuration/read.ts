import { notThereError } from "../../core/errors/refusal";
import type { Context } from "../../core/run/context";
import { recordedInputs } from "../../core/values/filled";
import type { Values } from "../../core/values/pick";
import { shapeOf } from "../../service/model";
import type { MLOutputConfiguration } from "../../service/shapes";
import { findConfiguration } from "./find";
import { configurationInputs, inputsOf } from "./inputs";
import { configurationOutputs } from "./outputs";

const UUID = new RegExp(`^(?:${shapeOf("UUID").pattern})$`);

/** What a refresh found. */
export interface ReadConfiguration {
  outputs: Values;
  inputs: Values;
}

/** Reads the configuration of a membership back, or undefined when it has none any more; the next `pulumi up` puts it again. */
export async function readConfiguration(
  id: string,
  recorded: Values,
  region: string | undefined,
  context: Context,
): Promise<ReadConfiguration | undefined> {
  if (!UUID.test(id)) throw new Error(`"${id.slice(0, 200)}" is no membership: give its identifier, a UUID`);
  const found = await findConfiguration({ membershipIdentifier: id, region }, context);
  // A resource that is looked up or imported has recorded nothing.
  const isNew = recorded.membershipIdentifier === undefined;
  if (found === undefined && isNew) throw notThereError("ML configuration of the membership", id, "the identifier");
  if (found === undefined) return undefined;
  const { defaultOutputLocation } = found;
  const given = isNew ? { membershipIdentifier: id, defaultOutputLocation } : recordedInputs(recorded, configurationInputs);
  const inputs = { ...given, defaultOutputLocation: managedLocation(given, defaultOutputLocation) };
  return { outputs: configurationOutputs(inputs, found, { region, owned: recorded.owned === true }), inputs };
}

/** A destination of which the program says nothing is the service's own. */
function managedLocation(given: Values, { roleArn, destination }: MLOutputConfiguration): MLOutputConfiguration {
  const { defaultOutputLocation } = inputsOf(given);
  return defaultOutputLocation.destination === undefined || destination === undefined ? { roleArn } : { roleArn, destination };
}
