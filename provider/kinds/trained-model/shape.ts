import type { InputShape } from "../../core/values/input-shape";
import { apiInputs, trainingInputs } from "./inputs";
import { normalise } from "./normalise";

/** What a comparison of inputs has to know of a training. */
export const trainedModelShape: InputShape = {
  apiInputs,
  inputs: trainingInputs,
  defaultValues: [
    [/^resourceConfig\.instanceCount$/, 1],
    [/^trainingInputMode$/, "File"],
    [/^dataChannels\[\d+\]\.s3DataDistributionType$/, "FullyReplicated"],
    [/^description$/, ""],
  ],
  // A channel is a folder by its name.
  namedLists: { dataChannels: "channelName", incrementalTrainingDataChannels: "channelName" },
  updatedInPlace: ["adopt", "maxInstanceHours"],
  mayBeLeftOut: ["name", "region"],
  normalise,
};
