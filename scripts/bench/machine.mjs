/** On what was measured. */
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import path from "node:path";
import { capture } from "../set-up/run.mjs";

/** @param {string} cli @param {string} checkout */
export async function machineFacts(cli, checkout) {
  const { output } = await capture(cli, ["version"]);
  const version = (name) => JSON.parse(readFileSync(path.join(checkout, "node_modules", name, "package.json"), "utf8")).version;
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? "unknown",
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    pulumi: output.trim().split("\n").at(-1) ?? "",
    "@pulumi/pulumi": version("@pulumi/pulumi"),
    typescript: version("typescript"),
  };
}
