/**
 * `npm test`: sets everything up and runs the tests. Further arguments are mocha's; naming test files runs those alone.
 * With `--plugin`, as `npm run test:plugin`, every test of whole runs is over the provider plugin instead of Pulumi's dynamic host.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { findOrBuildYamlHost } from "./set-up/cli/yaml-host.mjs";
import { cacheFolder, checkout } from "./set-up/folders.mjs";
import { setUp } from "./set-up/index.mjs";
import { handOver } from "./set-up/run.mjs";
import { runScript } from "./set-up/say.mjs";

/** Folders whose tests run the engine, and take minutes: begun first, they do not keep one worker busy when the other is done. */
const LONG = ["test/reliability", "test/engine", "test/docs", "test/plugin", "test/readings"].map((folder) =>
  path.normalize(folder),
);

/** Folders whose tests know both hosts. */
const OF_BOTH = ["test/engine", "test/handlers", "test/reliability", "test/readings", "test/security"].map((folder) =>
  path.normalize(folder),
);

/** What `npm test` runs over the plugin too: what is paid, what is kept, what is hidden, what is told. */
const TWICE = [
  "test/reliability/kills.test.ts",
  "test/reliability/lost.test.ts",
  "test/security/secrets.test.ts",
  "test/engine/stack/preview-truth.test.ts",
  "test/engine/stack/state-size.test.ts",
].map((file) => path.normalize(file));

/** What `npm run test:plugin` alone runs: four minutes of work about the plugin. `npm test` has kills, failures and the example in YAML. */
const ONLY_OF_PLUGIN = [
  "test/plugin/import.test.ts",
  "test/plugin/moving-over.test.ts",
  "test/plugin/yaml.test.ts",
  "test/plugin/yaml-failures.test.ts",
  "test/plugin/yaml-secrets.test.ts",
  "test/plugin/yaml-settings.test.ts",
].map((file) => path.normalize(file));

function testFiles() {
  const all = readdirSync(path.join(checkout, "test"), { recursive: true, encoding: "utf8" });
  return all
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => path.join("test", file))
    .sort();
}

/** @param {string} file @param {string[]} folders */
const isIn = (file, folders) => folders.some((folder) => file.startsWith(folder + path.sep));

/** @param {string[]} files */
function longestFirst(files) {
  return [...files.filter((file) => isIn(file, LONG)), ...files.filter((file) => !isIn(file, LONG))];
}

/** @param {string[]} args */
function mocha(args, env = {}) {
  const script = path.join(checkout, "node_modules", "mocha", "bin", "mocha.js");
  return handOver(process.execPath, [script, ...args], {
    cwd: checkout,
    env: { ...process.env, TS_NODE_TRANSPILE_ONLY: "1", ...env },
  });
}

const SIDE_BY_SIDE = ["--parallel", "--jobs", "3"];
const OVER_PLUGIN = { CLEANROOMSML_TEST_HOST: "plugin" };

/** A minute of them; `npm run test:plugin` has all. */
const FEWER_KILLS = { CLEANROOMSML_KILLS: process.env.CLEANROOMSML_KILLS ?? "8" };

await runScript(async () => {
  const { cli } = await setUp();
  const yamlHost = await findOrBuildYamlHost(cli, cacheFolder());
  if (yamlHost) process.env.PATH = [process.env.PATH, yamlHost].join(path.delimiter);
  const isOverPlugin = process.argv.includes("--plugin");
  const args = process.argv.slice(2).filter((arg) => arg !== "--plugin");
  const env = isOverPlugin ? OVER_PLUGIN : {};
  if (args.some((arg) => arg.endsWith(".ts"))) return mocha(args, env);
  const files = longestFirst(testFiles());
  const isOnlyOfPlugin = (file) => ONLY_OF_PLUGIN.includes(file);
  if (isOverPlugin) {
    const wanted = files.filter((file) => isOnlyOfPlugin(file) || isIn(file, OF_BOTH));
    return mocha([...args, ...SIDE_BY_SIDE, ...wanted], env);
  }
  const code = await mocha([...args, ...SIDE_BY_SIDE, ...files.filter((file) => !isOnlyOfPlugin(file))]);
  console.log("  Over the provider plugin:");
  const codeOverPlugin = await mocha([...args, ...SIDE_BY_SIDE, ...TWICE], { ...FEWER_KILLS, ...OVER_PLUGIN });
  return code || codeOverPlugin;
});
