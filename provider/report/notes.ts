import type { Diagnostic } from "./preview";
import type { Note, Report } from "./report";
import { isOurs, nameOf } from "./urns";

/** What the preview printed, by its weight. Only our own information is kept, and not the lines that the report says itself. */
export function notesOf(diagnostics: readonly Diagnostic[]): Pick<Report, "errors" | "warnings" | "infos"> {
  const of = (severity: string) => distinct(diagnostics.filter((line) => line.severity === severity).map(noteOf));
  const own = diagnostics.filter(({ severity, urn }) => severity === "info" && isOurs(urn)).map(noteOf);
  return {
    errors: of("error"),
    warnings: of("warning"),
    infos: distinct(own).filter(({ text }) => !/^(trains|takes over)\b/.test(text)),
  };
}

/** Pulumi's frame around a check failure: it repeats the type and prints the value. */
const FRAME = /^\S+ resource '.*?'(?:: property (\S+) value \{.*?\})? has a problem: (.*)$/s;

function noteOf({ urn, message }: Diagnostic): Note {
  const plain = message
    .replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m|<\\{%.*?%\\}>`, "g"), "")
    .replace(/^(error|warning|info): /, "")
    // Where in the program an exception came from is for a log.
    .replace(/\n\s+at .*$/s, "")
    .trim();
  const [, path, rule] = FRAME.exec(plain) ?? [];
  const text = rule === undefined ? plain : [path, rule].filter(Boolean).join(" ");
  return urn === "" || nameOf(urn) === "" ? { text } : { model: nameOf(urn), text };
}

function distinct(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()].filter(({ text }) => text !== "");
}
