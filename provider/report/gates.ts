import { hoursText, instanceHoursText } from "../kinds/trained-model/check/instance-hours";
import { type Report, trainingsOf } from "./report";

/** What a pipeline does not let through. */
export interface Gates {
  maxInstanceHours?: number;
  failOn: readonly ("train" | "delete")[];
}

/** The report with what breaks the gates. Of a preview that failed nothing is known to pass. */
export function gated(report: Report, { maxInstanceHours, failOn }: Gates): Report {
  const hours = report.instanceHours.instanceHours;
  const trainings = trainingsOf(report).map(({ name }) => name);
  const lost = report.models.filter(({ loses }) => loses !== undefined).map(({ name }) => name);
  const isAsked = maxInstanceHours !== undefined || failOn.length > 0;
  const breaches = [
    ...(isAsked && report.isFailed ? ["the preview failed, so that nothing is known to pass"] : []),
    ...(maxInstanceHours !== undefined && hours > maxInstanceHours
      ? [`up to ${instanceHoursText(hours)}, and at most ${hoursText(maxInstanceHours)} are allowed`]
      : []),
    ...(failOn.includes("train") && trainings.length > 0 ? [`trains ${trainings.join(", ")}`] : []),
    ...(failOn.includes("delete") && lost.length > 0 ? [`deletes the output of ${lost.join(", ")}`] : []),
  ];
  return { ...report, breaches };
}
