import type { Reason } from "../core/values/reasons";
import { hoursText } from "../kinds/trained-model/check/instance-hours";
import { cell, code, names } from "./escape";
import { NOT_SHOWN } from "./members";
import type { PlannedChange } from "./report";

const titles: Record<PlannedChange["kind"], string> = {
  "train-again": "**trains again**",
  train: "**trains**",
  delete: "**deleted**",
  "take-over": "taken over",
  update: "updated",
  wait: "waited for",
  forget: "forgotten",
};

/** How many reasons a row names. */
const MOST_REASONS = 5;

/** One line of the table. */
export function tableRow(model: PlannedChange, models: readonly PlannedChange[]): string {
  const { kind, name, standsOn, use, ownLimit } = model;
  const on = standsOn.length === 0 ? "" : ` on ${names(standsOn)}`;
  const why = [...reasonTexts(model, models), ...lossTexts(model), ...twinTexts(model)].join("; ");
  const limit = ownLimit === undefined ? "" : `; its own limit: ${hoursText(ownLimit)}`;
  const cells = [titles[kind], `${code(name)}${on}`, why, use ? `${code(use.text)}${limit}` : ""];
  return `| ${cells.map(cell).join(" | ")} |`;
}

function reasonTexts({ kind, reasons, standsOn }: PlannedChange, models: readonly PlannedChange[]): string[] {
  if (kind === "train") return ["new"];
  if (kind === "forget") return ["its output stays"];
  if (kind === "train-again" && reasons.length === 0) return ["asked for, not by a changed input"];
  const below = standsOn.filter((source) => models.some(({ name, alsoTrains }) => name === source && alsoTrains.length > 0));
  const isOfBase = ({ path, after }: Reason) =>
    below.length > 0 && path.startsWith("incrementalTrainingDataChannels") && after === "[not yet known]";
  const own = reasons.filter((reason) => !isOfBase(reason)).map(reasonText);
  const texts = own.length < reasons.length ? [`${names(below)} trains again`, ...own] : own;
  const more = texts.length - MOST_REASONS;
  return more > 0 ? [...texts.slice(0, MOST_REASONS), `and ${more} more`] : texts;
}

function reasonText({ path, before, after }: Reason): string {
  if (after === NOT_SHOWN) return `${code(path)} (not shown)`;
  return `${code(path)} ${code(before)} → ${code(after)}`;
}

/** What a rename without an alias does, and the line that mends it. */
function twinTexts({ kind, name, twin }: PlannedChange): string[] {
  if (twin === undefined) return [];
  const [renamed, old] = kind === "train" ? [name, twin.name] : [twin.name, name];
  const same = twin.isSure ? "the same inputs" : "the same inputs, as far as they are shown and known";
  const what = kind === "train" ? `${code(old)}, which goes, had ${same}` : `${code(renamed)}, which is new, has ${same}`;
  if (twin.aliases === undefined) return [what];
  return [`${what}: ${code(twin.aliases)} in the options of ${code(renamed)} keeps the model and trains nothing`];
}

function lossTexts({ kind, loses }: PlannedChange): string[] {
  if (loses === undefined) return [];
  const old = loses.id === "" ? "" : ` ${code(`…${loses.id.slice(loses.id.lastIndexOf("/"))}`)}`;
  const trained = loses.trainedAt === undefined ? "" : `, trained ${loses.trainedAt.slice(0, 10).replaceAll(/[^0-9-]/g, "")}`;
  return [kind === "delete" ? `its output is lost:${old}${trained}` : `the old output is deleted:${old}${trained}`];
}
