import type { Reason } from "../core/values/reasons";
import { trainingInputs } from "../kinds/trained-model/inputs";
import type { Note, Report } from "./report";

/** What Clean Rooms ML does not reveal to the other members of a collaboration (user guide, ml-behaviors-byom). */
const HIDDEN = ["hyperparameters", "environment", "kmsKeyArn", "tags"];

/** Stands for values that other members may not see. */
export const NOT_SHOWN = "[not shown]";

/** The report without what other members may not see: not the values, and not the keys. */
export function forMembers(report: Report): Report {
  const errors: Note[] = report.errors.length === 0 ? [] : [{ text: `${report.errors.length} not shown to other members` }];
  return {
    ...report,
    errors,
    models: report.models.map((model) => ({ ...model, reasons: withoutHidden(model.reasons) })),
    warnings: report.warnings.filter(isShown),
    infos: report.infos.filter(isShown),
  };
}

function withoutHidden(reasons: readonly Reason[]): Reason[] {
  const shown = reasons.filter(({ path }) => !HIDDEN.includes(topOf(path)));
  const hidden = new Set(reasons.map(({ path }) => topOf(path)).filter((top) => HIDDEN.includes(top)));
  return [...shown, ...[...hidden].map((path) => ({ path, before: NOT_SHOWN, after: NOT_SHOWN }))];
}

/** A line of ours begins with the path that it is about; of any other line nobody knows what it tells. */
function isShown({ model, text }: Note): boolean {
  const isOurs = trainingInputs.some((input) => input === topOf(text));
  return model !== undefined && isOurs && !HIDDEN.some((word) => text.includes(word));
}

function topOf(path: string): string {
  return /^\w+/.exec(path)?.[0] ?? path;
}
