/** Results as a table. */
import { figures } from "../figures.mjs";
import { inDigits } from "./digits.mjs";

/** @param {import("../figures.mjs").Result} result */
export const isReached = ({ figure, value }) => value <= figures[figure].bar;

/** @param {import("../figures.mjs").Result} result */
function rowOf(result) {
  const { what, bar, unit } = figures[result.figure];
  const { spread } = result;
  return {
    figure: result.figure,
    what,
    value: `${inDigits(result.value)} ${unit}`,
    spread: spread === undefined ? "" : `${inDigits(spread.min)} – ${inDigits(spread.max)}`,
    bar: `<= ${inDigits(bar)}`,
    reached: isReached(result) ? "yes" : "NO",
    note: result.note,
  };
}

/** Text for a terminal. @param {readonly import("../figures.mjs").Result[]} results */
export function plainTable(results) {
  const rows = [["figure", "value", "spread", "bar", "reached", "of"]];
  for (const row of results.map(rowOf)) rows.push([row.figure, row.value, row.spread, row.bar, row.reached, row.note]);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** A table of a document. @param {readonly import("../figures.mjs").Result[]} results */
export function markdownTable(results) {
  const rows = results.map(rowOf).map((row) => {
    return `| \`${row.figure}\` | ${row.what} | ${row.note} | **${row.value}** | ${row.spread || "–"} | ${row.bar} | ${row.reached} |`;
  });
  return ["| figure | what | of | value | spread | bar | reached |", "|---|---|---|---|---|---|---|", ...rows].join("\n");
}
