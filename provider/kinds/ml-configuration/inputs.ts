import type { Values } from "../../core/values/pick";
import type { PutMLConfigurationRequest } from "../../service/shapes";
import { isRecord } from "../../utils/guards";
import { keysOf } from "../../utils/keys-of";

/** The inputs of an MlConfiguration once `check` accepted them and nothing is unknown. */
export interface ConfigurationInputs extends PutMLConfigurationRequest {
  region?: string;
  overwrite?: boolean;
}

/** The members of PutMLConfiguration; one that AWS adds does not compile until it is here. */
const members: Record<keyof PutMLConfigurationRequest, true> = { membershipIdentifier: true, defaultOutputLocation: true };

/** What PutMLConfiguration takes. */
export const apiInputs = keysOf(members);

/** Everything a program may set on an MlConfiguration. */
export const configurationInputs = [...apiInputs, "region", "overwrite"] as const;

/** Inputs that a check accepted, as what they are. */
export function inputsOf(values: Values): ConfigurationInputs {
  if (isChecked(values)) return values;
  throw new Error(
    "the inputs of an ML configuration lack `membershipIdentifier` or `defaultOutputLocation`: no check has accepted them",
  );
}

function isChecked(values: object): values is ConfigurationInputs {
  const { membershipIdentifier, defaultOutputLocation }: Values = { ...values };
  return typeof membershipIdentifier === "string" && isRecord(defaultOutputLocation);
}
