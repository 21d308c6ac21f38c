import { instanceHoursText } from "../kinds/trained-model/check/instance-hours";
import { code, names } from "./escape";
import { type Note, type PlannedChange, type Report, trainingsOf } from "./report";
import { tableRow } from "./row";

/** GitHub refuses a comment of more than 65536 characters, and nobody reads as many rows. */
const MOST_ROWS = 40;
const MOST_LINES = 10;

/** The report as a comment on a pull request: the summary first, and nothing of what stays as it is. */
export function markdownOf(report: Report): string {
  const sections = [
    [`### Trained models${report.stack === undefined ? "" : ` of ${code(report.stack)}`}: ${summaryText(report)}`],
    report.breaches.map((breach) => `**Not let through**: ${code(breach)}`),
    noteList("What went wrong", report.errors),
    report.isFailed && report.models.length > 0 ? ["What the preview found before it failed:"] : [],
    tableOf(report.models),
    chainsOf(report.models),
    noteList(countText(report.warnings.length, "warning", ""), report.warnings),
    detailsText(report.infos),
    [countsOf(report)],
  ];
  return `${sections
    .map((lines) => lines.join("\n"))
    .filter((section) => section !== "")
    .join("\n\n")}\n`;
}

function summaryText(report: Report): string {
  const { instanceHours, isBounded, isKnown } = report.instanceHours;
  if (report.isFailed) return "the preview failed";
  const trainings = trainingsOf(report).length;
  if (trainings === 0) return report.models.length === 0 ? "no changes" : `nothing trains, ${otherKinds(report.models)}`;
  const hours = `at most ${instanceHoursText(instanceHours)}`;
  const bound = isBounded ? "" : ", **not all with a bound**";
  const count = `**${countText(trainings, "training", "")}**`;
  const rest = otherKinds(report.models);
  return `${count}, ${hours}${bound}${isKnown ? "" : " (not all known yet)"}${rest === "" ? "" : `; ${rest}`}`;
}

const words: readonly [string, readonly PlannedChange["kind"][]][] = [
  ["updated", ["update", "wait"]],
  ["taken over", ["take-over"]],
  ["deleted", ["delete"]],
  ["forgotten", ["forget"]],
];

function otherKinds(models: readonly PlannedChange[]): string {
  return words
    .map(([word, kinds]) => [models.filter(({ kind }) => kinds.includes(kind)).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");
}

function tableOf(models: readonly PlannedChange[]): string[] {
  if (models.length === 0) return [];
  const more = models.length - MOST_ROWS;
  return [
    "| | model | why | use |",
    "|---|---|---|---|",
    ...models.slice(0, MOST_ROWS).map((model) => tableRow(model, models)),
    ...(more > 0 ? [`| | and ${more} more | | |`] : []),
  ];
}

/** What a source model takes with it, once: of a chain the lowest one says it for all. */
function chainsOf(models: readonly PlannedChange[]): string[] {
  const taken = new Set(models.flatMap(({ alsoTrains }) => alsoTrains));
  return models
    .filter(({ name, alsoTrains }) => alsoTrains.length > 0 && !taken.has(name))
    .map(({ name, alsoTrains }) => `Training ${code(name)} again trains ${names(alsoTrains)} too.`);
}

function noteList(title: string, notes: readonly Note[]): string[] {
  if (notes.length === 0) return [];
  const more = notes.length - MOST_LINES;
  return [`**${title}**`, "", ...notes.slice(0, MOST_LINES).map(lineOf), ...(more > 0 ? [`- and ${more} more`] : [])];
}

function detailsText(notes: readonly Note[]): string[] {
  if (notes.length === 0) return [];
  return [
    `<details><summary>${countText(notes.length, "note", "")}</summary>`,
    "",
    ...notes.slice(0, MOST_ROWS).map(lineOf),
    "",
    "</details>",
  ];
}

function lineOf({ model, text }: Note): string {
  return model === undefined ? `- ${code(text)}` : `- ${code(model)}: ${code(text)}`;
}

/** Of a preview that failed the counts say nothing. */
function countsOf({ isFailed, unchangedModels, unchangedResources, others }: Report): string {
  if (isFailed) return "";
  const unchanged =
    unchangedModels === undefined
      ? countText(unchangedResources, "resource", " of any kind unchanged.")
      : countText(unchangedModels, "model", " unchanged.");
  const rest = Object.entries(others).map(([op, count]) => `${count} to ${op.replaceAll(/[^a-z-]/g, "")}`);
  return [unchanged, rest.length === 0 ? "" : `Other resources: ${rest.join(", ")}.`].filter(Boolean).join(" ");
}

function countText(count: number, what: string, rest: string): string {
  return count === 0 ? "" : `${count} ${what}${count === 1 ? "" : "s"}${rest}`;
}
