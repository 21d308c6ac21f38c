import type { InputShape } from "../../core/values/input-shape";
import { withoutNulls } from "../../core/values/without-nulls";
import { apiInputs, configurationInputs } from "./inputs";

/** What a comparison of inputs has to know of an ML configuration. `overwrite` counts only where there is none of this stack's yet. */
export const configurationShape: InputShape = {
  apiInputs,
  inputs: configurationInputs,
  defaultValues: [],
  namedLists: {},
  updatedInPlace: ["defaultOutputLocation"],
  mayBeLeftOut: ["region"],
  normalise: withoutNulls,
};
