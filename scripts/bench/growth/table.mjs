/** The curves as a table. */
import { inDigits } from "../report/digits.mjs";
import { N_LOG_N, orderOf } from "./order.mjs";

/** @param {readonly import("./measure.mjs").Curve[]} curves @returns {string[][]} with a head */
function rowsOf(curves) {
  const sizes = curves[0]?.points.map(([models]) => models) ?? [];
  const head = ["what", "side", ...sizes.map((size) => size.toLocaleString("en")), "order"];
  const rows = curves.map(({ group, name, side, points }) => {
    const order = orderOf(points);
    const flag = order > N_LOG_N ? " > n log n" : "";
    return [`${group}: ${name}`, side, ...points.map(([, value]) => inDigits(value)), `n^${order.toFixed(2)}${flag}`];
  });
  return [head, ...rows];
}

/** @param {readonly import("./measure.mjs").Curve[]} curves */
export function plainGrowth(curves) {
  const rows = rowsOf(curves);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** @param {readonly import("./measure.mjs").Curve[]} curves */
export function markdownGrowth(curves) {
  const [head = [], ...rows] = rowsOf(curves);
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column < 2 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
