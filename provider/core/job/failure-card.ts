import { idOf, type ModelRef } from "../../kinds/trained-model/identity";
import type { TrainedModel } from "../../kinds/trained-model/outputs";
import { phaseOf } from "../../kinds/trained-model/statuses";
import { taintCommand } from "../errors/commands";
import { TrainingFailedError } from "../errors/errors";
import { textOfDuration } from "../values/duration";

/** The failure card: what the service said of a model that is not active, how long it took, and what a person can do. */
export function failureCard(ref: ModelRef, model: TrainedModel, jobUrn: string): TrainingFailedError {
  const { statusCode, message } = model.statusDetails ?? {};
  const service = [statusCode, message].filter(Boolean).join(": ");
  const headline = headlines[phaseOf(model.status)] ?? "is not active";
  return new TrainingFailedError(`${model.name} ${headline} (${model.status})${service === "" ? "" : `: ${service}`}`, [
    `  model:   ${idOf(ref)}`,
    ...elapsedOf(model),
    `  logs:    ${publishedText(model.logsStatus, model.logsStatusDetails)}`,
    `  metrics: ${publishedText(model.metricsStatus, model.metricsStatusDetails)}`,
    "Nothing is trained again on its own: a training is paid for. Changed inputs train with the next `pulumi up`;",
    "to train the same inputs again, mark the job with this command and run `pulumi up`:",
    taintCommand(jobUrn),
  ]);
}

const headlines: Partial<Record<ReturnType<typeof phaseOf>, string>> = {
  failed: "failed to train",
  ending: "is being cancelled, or its output deleted",
  gone: "has no output: it was cancelled, or a member of the collaboration deleted it",
};

function elapsedOf({ createTime, updateTime }: TrainedModel): string[] {
  if (createTime === undefined || updateTime === undefined) return [];
  return [`  elapsed: ${textOfDuration(updateTime.getTime() - createTime.getTime())} (since ${createTime.toISOString()})`];
}

function publishedText(status: string | undefined, details: string | undefined): string {
  if (status === undefined) return "the service says nothing of them";
  return details === undefined || details === "" ? status : `${status} (${details})`;
}
