import type { TrainedModel } from "./outputs";

/** What the failure card says of a training's logs and metrics. */
export function cardLines(model: TrainedModel): string[] {
  return [
    `  logs:    ${publishedText(model.logsStatus, model.logsStatusDetails)}`,
    `  metrics: ${publishedText(model.metricsStatus, model.metricsStatusDetails)}`,
  ];
}

function publishedText(status: string | undefined, details: string | undefined): string {
  if (status === undefined) return "the service says nothing of them";
  return details === undefined || details === "" ? status : `${status} (${details})`;
}
