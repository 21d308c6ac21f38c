import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { recordedProvider } from "../../provider/core/run/recorded-provider";
import { fixtures } from "../folders";

/** Where the states of past versions are. */
export const pastStates = path.join(fixtures, "states");

export const pastStateFiles = readdirSync(pastStates).filter((file) => /^\d+\.\d+\.\d+.*\.json$/.test(file));

/** The providers that states hold, by where they come from. */
export function recordedTexts(): Record<string, { job: string; waiter: string }> {
  const past = pastStateFiles.map((file) => {
    const { deployment } = JSON.parse(readFileSync(path.join(pastStates, file), "utf8"));
    const textOf = (part: string): string =>
      deployment.resources.find(({ type }: { type: string }) => type.endsWith(`:${part}`)).outputs.__provider;
    return [file, { job: textOf("TrainingJob"), waiter: textOf("TrainingWaiter") }];
  });
  return { ...Object.fromEntries(past), "this version": { job: recordedProvider("job"), waiter: recordedProvider("waiter") } };
}
