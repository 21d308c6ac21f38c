/** What `npm run bench` is asked for. */
import { parseArgs } from "node:util";
import { SetUpError } from "../set-up/say.mjs";

const options = {
  quick: { type: "boolean" },
  growth: { type: "boolean" },
  profile: { type: "boolean" },
  "write-docs": { type: "boolean" },
  output: { type: "string" },
  help: { type: "boolean" },
};

/**
 * @typedef {object} Asked
 * @property {string[]} figures names; none is all
 * @property {boolean} quick
 * @property {boolean} growth
 * @property {boolean} profile
 * @property {boolean} writeDocs
 * @property {string} output the file of the samples
 * @property {boolean} help
 *
 * @param {string[]} args
 * @param {readonly string[]} known the names of all figures
 * @returns {Asked}
 */
export function asked(args, known) {
  const { values, positionals } = parsed(args);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new SetUpError(`There is no figure ${unknown}. The figures are:\n  ${known.join("\n  ")}`);
  const { quick = false, growth = false, profile = false, help = false, output = "bench.json" } = values;
  const writeDocs = values["write-docs"] ?? false;
  if (profile && positionals.length !== 1) throw new SetUpError("--profile needs the name of one figure.");
  if (growth && (profile || positionals.length > 0)) throw new SetUpError("--growth has figures of its own: give it none.");
  if (writeDocs && (quick || positionals.length > 0)) {
    throw new SetUpError("--write-docs writes the figures of a whole run: give it neither --quick nor a figure.");
  }
  return { figures: positionals, quick, growth, profile, writeDocs, output, help };
}

/** @param {string[]} args */
function parsed(args) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new SetUpError(`${error.message}\n${usage}`);
  }
}

export const usage = `usage: npm run bench -- [OPTIONS] [FIGURE…]

Measures this package against a provider that does nothing, prints a table and writes bench.json. Ends within ten minutes.

  --quick        smaller sizes and fewer runs: ends within two minutes, and tells less
  --growth       instead: times, requests and sizes at 1, 10, 100 and 1,000 models
  --profile      instead: CPU profiles of one figure, in bench-profiles/
  --write-docs   measures both, and writes docs/performance.md; with --growth, only its growth
  --output FILE  instead of bench.json
  --help         this text`;
