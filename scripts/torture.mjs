/** `npm run torture -- --runs N --seed S`: sets everything up and kills real runs at random instants; a printed seed replays them. */
import path from "node:path";
import { parseArgs } from "node:util";
import { checkout } from "./set-up/folders.mjs";
import { setUp } from "./set-up/index.mjs";
import { handOver } from "./set-up/run.mjs";
import { runScript, SetUpError } from "./set-up/say.mjs";

/** @param {string} name @param {string | undefined} text */
function whole(name, text) {
  if (text === undefined || /^\d{1,9}$/.test(text)) return text;
  throw new SetUpError(`--${name} is a whole number of at most nine digits, not ${text}`);
}

await runScript(async () => {
  const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
  const runs = whole("runs", values.runs) ?? "100";
  const seed = whole("seed", values.seed);
  await setUp();
  const mocha = path.join(checkout, "node_modules", "mocha", "bin", "mocha.js");
  const env = {
    ...process.env,
    TS_NODE_TRANSPILE_ONLY: "1",
    CLEANROOMSML_KILLS: runs,
    ...(seed === undefined ? {} : { CLEANROOMSML_SEED: seed }),
  };
  return handOver(process.execPath, [mocha, "test/reliability/kills.test.ts"], { cwd: checkout, env });
});
