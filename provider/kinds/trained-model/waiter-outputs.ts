import { partsOf } from "../../core/values/ids";
import { redacted } from "../../core/values/redact";
import { defined } from "../../utils/defined";
import { refOf } from "./identity";
import type { TrainedModel } from "./outputs";

/** What the state records of a waiter: what only training decides. Of the job's inputs only the membership is among it, which the ARN tells too: any other would lose its secrecy. */
export interface WaiterOutputs {
  status: string;
  statusDetails?: { statusCode?: string; message?: string };
  logsStatus?: string;
  logsStatusDetails?: string;
  metricsStatus?: string;
  metricsStatusDetails?: string;
  trainingContainerImageDigest?: string;
  /** ISO 8601. */
  updateTime?: string;
  trainedModelArn: string;
  versionIdentifier?: string;
  membershipIdentifier: string;
}

const details = [
  "statusDetails",
  "logsStatus",
  "logsStatusDetails",
  "metricsStatus",
  "metricsStatusDetails",
  "trainingContainerImageDigest",
] as const satisfies readonly (keyof WaiterOutputs & keyof TrainedModel)[];

/** The outputs that a waiter has and a job has not. */
export const waiterOutputNames: readonly string[] = ["status", ...details, "updateTime"];

/** Everything that a waiter records. */
export const recordedOfWaiter: readonly string[] = [
  ...waiterOutputNames,
  "trainedModelArn",
  "versionIdentifier",
  "membershipIdentifier",
];

/** A waiter's outputs; without an answer of the service the status is the one that a create leaves behind. */
export function waiterOutputs(id: string, model: TrainedModel | undefined): WaiterOutputs {
  const found = Object.fromEntries(details.flatMap((key) => (model?.[key] == null ? [] : [[key, model[key]]])));
  return {
    ...found,
    ...refOf(id),
    membershipIdentifier: partsOf(id).membershipIdentifier,
    status: model?.status ?? "CREATE_PENDING",
    ...defined({ updateTime: model?.updateTime?.toISOString() }),
  };
}

/** What the service or the container says may repeat a secret that the model was given. */
export function withoutTexts(model: TrainedModel, texts: readonly string[]): TrainedModel {
  if (texts.length === 0) return model;
  const clean = (text: string | undefined) => (text === undefined ? undefined : redacted(text, texts));
  const { statusDetails, logsStatusDetails, metricsStatusDetails, ...rest } = model;
  return {
    ...rest,
    ...defined({
      statusDetails: statusDetails && { ...statusDetails, ...defined({ message: clean(statusDetails.message) }) },
      logsStatusDetails: clean(logsStatusDetails),
      metricsStatusDetails: clean(metricsStatusDetails),
    }),
  };
}
