/** `npm run bench`: measures the package against a provider that does nothing, and says how far it is from what it must reach. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { asked, usage } from "./bench/arguments.mjs";
import { figures } from "./bench/figures.mjs";
import { Lab } from "./bench/lab.mjs";
import { machineFacts } from "./bench/machine.mjs";
import { measureFigures } from "./bench/measure/index.mjs";
import { plainTable } from "./bench/report/table.mjs";
import { checkout } from "./set-up/folders.mjs";
import { setUp } from "./set-up/index.mjs";
import { runScript, say } from "./set-up/say.mjs";

await runScript(async () => {
  const wanted = asked(process.argv.slice(2), Object.keys(figures));
  if (wanted.help) {
    console.log(
      `${usage}\n\nFigures:\n${Object.entries(figures)
        .map(([name, { what }]) => `  ${name.padEnd(18)} ${what}`)
        .join("\n")}`,
    );
    return 0;
  }
  const { cli } = await setUp();
  const machine = await machineFacts(cli, checkout);
  const lab = new Lab({ cli, checkout, isQuick: wanted.quick });
  const started = performance.now();
  try {
    const results = await measureFigures(lab, wanted.figures);
    console.log(`\n${plainTable(results)}\n`);
    if (wanted.quick)
      console.log("Quick: fewer models and fewer runs, so the ratios are coarse. Fixed costs weigh more in small runs.");
    const file = path.join(checkout, "bench.json");
    writeFileSync(file, `${JSON.stringify({ machine, isQuick: wanted.quick, results }, null, 2)}\n`);
    say(
      `All samples are in ${path.relative(process.cwd(), file)}. It took ${Math.round((performance.now() - started) / 1000)} s.`,
    );
    return 0;
  } finally {
    lab.close();
  }
});
