/** What the budgets count. */
import { awsModulesAtLoad } from "../../budgets/loading.mjs";
import { packedBytes } from "../../budgets/sizes.mjs";

/** @param {import("../lab.mjs").Lab} lab @param {(figure: string) => boolean} isWanted */
export async function measureSizes({ checkout }, isWanted) {
  const results = [];
  if (isWanted("packed")) results.push({ figure: "packed", value: packedBytes(checkout) / 1_000, note: "npm pack", samples: {} });
  if (isWanted("loaded")) {
    const modules = awsModulesAtLoad(checkout);
    results.push({
      figure: "loaded",
      value: Math.max(...Object.values(modules)),
      note: Object.keys(modules).join(", "),
      samples: modules,
    });
  }
  return results;
}
