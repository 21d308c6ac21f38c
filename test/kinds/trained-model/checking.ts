import { type Checked, type CheckSettings, checkInputs } from "../../../provider/core/check/check";
import { trainedModel } from "../../../provider/kinds/trained-model/kind";

/** A check of a training's inputs. `secrets` and `chained` are paths. */
export function check(
  inputs: object,
  settings: CheckSettings = {},
  { secrets = [], chained = [] }: { secrets?: string[]; chained?: string[] } = {},
): Checked {
  return checkInputs({ ...inputs }, { secrets, chained }, trainedModel, settings);
}
