/** `node scripts/budgets.mjs`: what the package may cost those who install it. Prints each figure and its bound; fails when one is over. */

import { awsModulesAtLoad, filesOfHost, pluginStart, providerBytes } from "./budgets/loading.mjs";
import { addedBytes, packedBytes } from "./budgets/sizes.mjs";
import { checkout } from "./set-up/folders.mjs";

const MB = 1_000_000;
const START_MS = 150;

const budgets = [
  { what: "the packed package", bound: 400_000, figures: () => ({ "npm pack": packedBytes(checkout) }) },
  { what: "installed beside @pulumi/pulumi", bound: 20 * MB, figures: () => ({ dependencies: addedBytes(checkout) }) },
  { what: "a dynamic provider in the state", bound: 120, figures: () => providerBytes(checkout) },
  { what: "AWS modules that an import loads", bound: 0, figures: () => awsModulesAtLoad(checkout) },
  { what: "own files that the host loads", bound: 2, figures: () => filesOfHost(checkout) },
  { what: "start of the plugin to its port, in ms", bound: START_MS, figures: () => pluginStart(checkout, START_MS) },
];

for (const { what, bound, figures } of budgets) {
  for (const [name, figure] of Object.entries(figures())) {
    const over = figure > bound;
    if (over) process.exitCode = 1;
    console.log(`${over ? "OVER" : "ok  "} ${what}, ${name}: ${figure.toLocaleString("en")} of ${bound.toLocaleString("en")}`);
  }
}
