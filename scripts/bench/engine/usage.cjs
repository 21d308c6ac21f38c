/**
 * Loaded into each Node process of a measured command: when it ends it leaves what it used, in the folder that BENCH_USAGE names.
 * The engine ends the dynamic host with a signal, so that one is turned into an exit.
 */
"use strict";
const { writeFileSync } = require("node:fs");
const path = require("node:path");

const folder = process.env.BENCH_USAGE;
const main = process.argv[1] ?? "";
const role = main.includes("dynamic-provider") ? "host" : /cmd.run/.test(main) ? "program" : "other";

if (folder && role !== "other") {
  process.once("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { role, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 };
    writeFileSync(path.join(folder, `${process.pid}.json`), JSON.stringify(usage));
  });
  if (role === "host") for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
}

// Growth is measured without the engine's checkpoints; the package must do all that it does with them.
if (process.env.BENCH_CHECKPOINTS) delete process.env.PULUMI_SKIP_CHECKPOINTS;
