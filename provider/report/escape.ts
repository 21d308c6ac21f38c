/** Longer texts are cut: nobody reads them in a table. */
const MOST_CHARACTERS = 300;

/**
 * Any text as a code span that GitHub shows as it is: no mark-up, no HTML, no mention, no link to an
 * issue. Its fence is longer than any run of backticks within.
 */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const short = line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS)}…`;
  if (short === "") return "` `";
  const runs = [...short.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  const pad = short.startsWith("`") || short.endsWith("`") ? " " : "";
  return `${fence}${pad}${short}${pad}${fence}`;
}

/** A cell of a table: there a bar is escaped even within code. */
export function cell(markdown: string): string {
  return markdown.replaceAll("|", "\\|");
}

/** Names in a row: `a`, `b` and `c`. */
export function names(list: readonly string[]): string {
  const spans = list.map(code);
  return spans.length < 2 ? spans.join("") : `${spans.slice(0, -1).join(", ")} and ${spans.at(-1)}`;
}
