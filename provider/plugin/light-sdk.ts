import { setFlagsFromString } from "node:v8";
import { requireOfPulumi } from "./pulumi";

/** What the SDK turns functions into text with, for dynamic providers: a component has none. 54 MB, and half a second at the first component. */
const unused = ["@pulumi/pulumi/typescript-shim", "@npmcli/arborist"];

/** Lets Pulumi's SDK be loaded without what a component has no use for. */
export function lighten(): void {
  const ofPulumi = requireOfPulumi();
  for (const name of unused) stub(ofPulumi, name);
  // The SDK keeps the stack of each promise until it is settled: 120 kB for each component that waits.
  Error.stackTraceLimit = 0;
  // Node lets a heap grow to several times what lives in it: of 200 components, 340 MB instead of 240.
  setFlagsFromString("--heap-growing-percent=30");
}

function stub(ofPulumi: NodeJS.Require, name: string): void {
  const filename = resolved(ofPulumi, name);
  if (filename === undefined || ofPulumi.cache[filename] !== undefined) return;
  const { Module } = ofPulumi("node:module") as typeof import("node:module");
  const empty = new Module(filename);
  empty.loaded = true;
  ofPulumi.cache[filename] = empty;
}

/** Not every version has each of them. */
function resolved(ofPulumi: NodeJS.Require, name: string): string | undefined {
  try {
    return ofPulumi.resolve(name);
  } catch {
    return undefined;
  }
}
