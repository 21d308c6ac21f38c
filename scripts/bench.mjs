/** `npm run bench`: measures the package against a provider that does nothing, and says how far it is from what it must reach. */
import path from "node:path";
import { asked, usage } from "./bench/arguments.mjs";
import { figures } from "./bench/figures.mjs";
import { measureGrowth } from "./bench/growth/measure.mjs";
import { plainGrowth } from "./bench/growth/table.mjs";
import { Lab } from "./bench/lab.mjs";
import { machineFacts } from "./bench/machine.mjs";
import { measureFigures } from "./bench/measure/index.mjs";
import { profile } from "./bench/profile/index.mjs";
import { writeSections } from "./bench/report/file.mjs";
import { writePage } from "./bench/report/page.mjs";
import { plainTable } from "./bench/report/table.mjs";
import { checkout } from "./set-up/folders.mjs";
import { setUp } from "./set-up/index.mjs";
import { runScript, say } from "./set-up/say.mjs";

const QUICK =
  "Quick: fewer models and fewer runs. What is the same for any number of models weighs more, so the ratios are nearer to 1.";

await runScript(async () => {
  const wanted = asked(process.argv.slice(2), Object.keys(figures));
  if (wanted.help) {
    const names = Object.entries(figures).map(([name, { what }]) => `  ${name.padEnd(18)} ${what}`);
    console.log(`${usage}\n\nFigures:\n${names.join("\n")}`);
    return 0;
  }
  const { cli } = await setUp();
  const lab = new Lab({ cli, checkout, isQuick: wanted.quick });
  try {
    if (wanted.profile) console.log(await profile(lab, wanted.figures[0], path.join(checkout, "bench-profiles")));
    else await measure(lab, wanted);
    return 0;
  } finally {
    lab.close();
  }
});

/** @param {Lab} lab @param {import("./bench/arguments.mjs").Asked} wanted */
async function measure(lab, { figures: names, quick: isQuick, growth: isGrowth, writeDocs, output }) {
  const started = performance.now();
  const machine = await machineFacts(lab.cli, checkout);
  const sections = {};
  if (!isGrowth) {
    const results = await measureFigures(lab, names);
    sections.figures = { machine, isQuick, results };
    console.log(`\n${plainTable(results)}\n`);
  }
  if (isGrowth || writeDocs) {
    const curves = await measureGrowth(lab);
    sections.growth = { machine, isQuick, curves };
    console.log(`\n${plainGrowth(curves)}\n`);
  }
  if (isQuick) console.log(QUICK);
  writeSections(path.resolve(checkout, output), sections);
  if (writeDocs) await writePage(checkout, sections);
  say(`All samples are in ${output}. It took ${Math.round((performance.now() - started) / 1_000)} s.`);
}
