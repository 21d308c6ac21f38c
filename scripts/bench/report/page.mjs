/** docs/performance.md, as far as it is measured. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withPart } from "../../reference/marks.mjs";
import { plot } from "../growth/plot.mjs";
import { markdownGrowth } from "../growth/table.mjs";
import { median } from "../statistics.mjs";
import { inDigits } from "./digits.mjs";
import { markdownTable } from "./table.mjs";

const PAGE = "docs/performance.md";
const PLOT = "docs/performance-growth.svg";

/**
 * @param {string} checkout
 * @param {{ figures?: { machine: object, results: import("../figures.mjs").Result[] }, growth?: { machine: object, curves: import("../growth/measure.mjs").Curve[] } }} sections
 */
export async function writePage(checkout, { figures, growth }) {
  const parts = {};
  if (figures !== undefined) {
    parts.machine = machineText(figures.machine);
    parts.figures = markdownTable(figures.results);
    parts.programs = programsTable(figures.results);
  }
  if (growth !== undefined) {
    parts.growth = markdownGrowth(growth.curves);
    writeFileSync(path.join(checkout, PLOT), await plot(growth.curves));
  }
  const file = path.join(checkout, PAGE);
  const page = Object.entries(parts).reduce((text, [name, part]) => withPart(PAGE, text, name, part), readFileSync(file, "utf8"));
  writeFileSync(file, page);
}

function machineText({ date, cores, system, node, pulumi, ...packages }) {
  return `Measured on ${date}, on ${cores} cores (${system}), with Node ${node}, Pulumi ${pulumi}, \`@pulumi/pulumi\` ${packages["@pulumi/pulumi"]} and TypeScript ${packages.typescript}.`;
}

/** What each way to run a program takes. */
function programsTable(results) {
  const samples = (figure) => results.find((result) => result.figure === figure)?.samples ?? {};
  const seconds = (runs = []) => inDigits(median(runs.map((run) => run.seconds)));
  const [whole, compiled] = [samples("preview"), samples("preview-compiled")];
  return [
    "| program | this package | naive |",
    "|---|---:|---:|",
    `| TypeScript, as \`pulumi new typescript\` makes it | ${seconds(whole.ours)} s | ${seconds(whole.over)} s |`,
    `| TypeScript, with \`PULUMI_NODEJS_TRANSPILE_ONLY=true\` | ${seconds(compiled.transpiled)} s | – |`,
    `| compiled to JavaScript first | ${seconds(compiled.ours)} s | ${seconds(compiled.over)} s |`,
  ].join("\n");
}
