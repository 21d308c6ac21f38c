import type { JobKind } from "../../core/job/kind";
import { trainedModelCalls } from "./calls";
import { cardLines } from "./card-lines";
import { announcement } from "./check/announcement";
import { expiredChannels } from "./check/expired-channels";
import { trainingIssues } from "./check/issues";
import { limitIssues } from "./check/max-instance-hours";
import { warningsOf } from "./check/warnings";
import { idOf, refFrom, refOf } from "./identity";
import { inputsOf, type TrainingInputs } from "./inputs";
import { jobOutputNames, type TrainedModel, trainingOutputs } from "./outputs";
import { comesFree } from "./quotas";
import { serviceInputs, toldInputs } from "./service-inputs";
import { trainedModelShape } from "./shape";
import { requireActiveSources, warnOfOtherSource } from "./source-models";
import { holdsPlace, phaseOf } from "./statuses";
import { recordedOfWaiter, waiterOutputNames, waiterOutputs, withoutTexts } from "./waiter-outputs";

/** Everything that is special about a trained model. */
export const trainedModel: JobKind<TrainingInputs, TrainedModel> = {
  words: {
    thing: "trained model",
    short: "model",
    arn: "trainedModelArn",
    work: "training",
    verb: "train",
    done: "trained",
  },
  shape: trainedModelShape,
  checks: {
    request: "CreateTrainedModelRequest",
    issues: trainingIssues,
    warnings: warningsOf,
    announcement,
    replacementWarnings: expiredChannels,
    limitIssues,
  },
  calls: trainedModelCalls,
  phaseOf,
  holdsPlace,
  inputsOf,
  adoptedId: ({ adopt }) => adopt && idOf(refFrom(adopt.trainedModelArn, adopt.versionIdentifier)),
  adoptText(id) {
    const { trainedModelArn, versionIdentifier } = refOf(id);
    const version = versionIdentifier === undefined ? "" : `, versionIdentifier: "${versionIdentifier}"`;
    return `adopt: { trainedModelArn: "${trainedModelArn}"${version} }`;
  },
  toldInputs,
  describedInputs: serviceInputs,
  isSource: (id, { incrementalTrainingDataChannels: sources = [] }) =>
    sources.some(({ trainedModelArn, versionIdentifier }) => idOf(refFrom(trainedModelArn, versionIdentifier)) === id),
  outputs: trainingOutputs,
  // Tags are those of the program alone.
  serviceOutputs: jobOutputNames.filter((name) => name !== "tags"),
  waiterOutputNames,
  recordedOfWaiter,
  waiterOutputs: (id, model) => ({ ...waiterOutputs(id, model) }),
  withoutTexts,
  longestRun({ stoppingCondition }) {
    const seconds = stoppingCondition?.maxRuntimeInSeconds;
    return seconds === undefined ? undefined : seconds * 1_000;
  },
  cardLines,
  explainRefusal: requireActiveSources,
  comesFree,
  noteCreated: warnOfOtherSource,
};
