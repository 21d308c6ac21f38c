/** `npm test`: sets everything up and runs the tests. Further arguments are mocha's; naming test files runs those alone. */
import path from "node:path";
import { checkout } from "./set-up/folders.mjs";
import { setUp } from "./set-up/index.mjs";
import { handOver } from "./set-up/run.mjs";
import { runScript } from "./set-up/say.mjs";

await runScript(async () => {
  await setUp();
  const args = process.argv.slice(2);
  const files = args.some((arg) => arg.endsWith(".ts")) ? [] : ["test/**/*.test.ts"];
  const mocha = path.join(checkout, "node_modules", "mocha", "bin", "mocha.js");
  const env = { ...process.env, TS_NODE_TRANSPILE_ONLY: "1" };
  return handOver(process.execPath, [mocha, ...args, ...files], { cwd: checkout, env });
});
