/** What using the package costs a program and its state. Each figure is taken in a process of its own, in which nothing else is loaded. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * How many modules of AWS's packages each import loads: none may be before the first call.
 *
 * @param {string} checkout
 * @returns {Record<string, number>}
 */
export function awsModulesAtLoad(checkout) {
  const script = `require(process.argv[1]);
    console.log(Object.keys(require.cache).filter((file) => /node_modules.(@aws-sdk|@smithy|@aws-crypto)./.test(file)).length);`;
  const names = ["pulumi-cleanroomsml", "pulumi-cleanroomsml/host"];
  return Object.fromEntries(names.map((name) => [name, Number(node(checkout, ["-e", script, name]))]));
}

/**
 * How many files of this package the host loads before its first answer: Node's time for each adds to the start of every operation.
 *
 * @param {string} checkout
 * @returns {Record<string, number>}
 */
export function filesOfHost(checkout) {
  const script = `require("pulumi-cleanroomsml/host"); console.log(Object.keys(require.cache).filter((file) => !/node_modules/.test(file)).length);`;
  return { "pulumi-cleanroomsml/host": Number(node(checkout, ["-e", script])) };
}

/**
 * How long the plugin takes from its start to its port, which is its first line: the best of ten, or of sixty until one is `enough`,
 * as a machine does other things too.
 *
 * @param {string} checkout
 * @param {number} enough in ms
 * @returns {Record<string, number>}
 */
export function pluginStart(checkout, enough) {
  const script = `const enough = ${enough};
    const { spawn } = require("node:child_process");
    const once = () => new Promise((resolve) => {
      const begin = performance.now();
      const plugin = spawn(process.execPath, [process.argv[1]], { stdio: ["ignore", "pipe", "inherit"] });
      let took = Infinity;
      plugin.stdout.once("data", () => { took = performance.now() - begin; plugin.kill(); });
      plugin.once("exit", () => resolve(took));
    });
    (async () => {
      const all = [];
      const best = () => Math.ceil(Math.min(...all));
      while (all.length < 10 || (best() > enough && all.length < 60)) all.push(await once());
      console.log(best());
    })();`;
  return { "plugin/pulumi-resource-cleanroomsml": Number(node(checkout, ["-e", script, "plugin/pulumi-resource-cleanroomsml"])) };
}

/**
 * The provider of each type that the quick start's program uses, as the state of each of its resources keeps it.
 *
 * @param {string} checkout
 * @returns {Record<string, string>}
 */
export function recordedProviders(checkout) {
  return JSON.parse(node(checkout, [fileURLToPath(new URL("recorded.cjs", import.meta.url))]));
}

/**
 * How long each of them is.
 *
 * @param {string} checkout
 * @returns {Record<string, number>}
 */
export function providerBytes(checkout) {
  return Object.fromEntries(Object.entries(recordedProviders(checkout)).map(([type, text]) => [type, Buffer.byteLength(text)]));
}

/**
 * @param {string} checkout
 * @param {string[]} args
 */
function node(checkout, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: checkout, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr.trim());
  return stdout.trim().split("\n").at(-1);
}
