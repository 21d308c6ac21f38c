/**
 * Loaded into each Node process of a command that is profiled: leaves the CPU profile of the program and of the dynamic host in the
 * folder that BENCH_PROFILES names. (`--cpu-prof` is not allowed in NODE_OPTIONS by every Node, and names its files by process id.)
 */
"use strict";
const { writeFileSync } = require("node:fs");
const { Session } = require("node:inspector");
const path = require("node:path");

const folder = process.env.BENCH_PROFILES;
const main = process.argv[1] ?? "";
const role = main.includes("dynamic-provider") ? "host" : /cmd.run/.test(main) ? "program" : undefined;

if (folder && role) {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.setSamplingInterval", { interval: 500 });
  session.post("Profiler.start");
  process.once("exit", () => {
    session.post("Profiler.stop", (error, { profile } = {}) => {
      if (!error) writeFileSync(path.join(folder, `${role}.cpuprofile`), JSON.stringify(profile));
    });
  });
}
