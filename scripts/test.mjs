/** `npm test`: sets everything up and runs the tests. Further arguments are mocha's; naming test files runs those alone. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { checkout } from "./set-up/folders.mjs";
import { setUp } from "./set-up/index.mjs";
import { handOver } from "./set-up/run.mjs";
import { runScript } from "./set-up/say.mjs";

/** Folders whose tests run the engine, and take minutes: begun first, they do not keep one worker busy when the other is done. */
const LONG = ["test/reliability", "test/engine", "test/docs", "test/readings"].map((folder) => path.normalize(folder));

function testFiles() {
  const all = readdirSync(path.join(checkout, "test"), { recursive: true, encoding: "utf8" });
  return all
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => path.join("test", file))
    .sort();
}

/** @param {string[]} files */
function longestFirst(files) {
  const isLong = (file) => LONG.some((folder) => file.startsWith(folder));
  return [...files.filter(isLong), ...files.filter((file) => !isLong(file))];
}

await runScript(async () => {
  await setUp();
  const args = process.argv.slice(2);
  const isWhole = !args.some((arg) => arg.endsWith(".ts"));
  const files = isWhole ? ["--parallel", "--jobs", "3", ...longestFirst(testFiles())] : [];
  const mocha = path.join(checkout, "node_modules", "mocha", "bin", "mocha.js");
  const env = { ...process.env, TS_NODE_TRANSPILE_ONLY: "1" };
  return handOver(process.execPath, [mocha, ...args, ...files], { cwd: checkout, env });
});
