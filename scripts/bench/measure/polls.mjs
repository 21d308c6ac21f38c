/** What many polls of one wait leave in the memory of the host. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { SimulatedStack } from "../simulated/stack.mjs";

const FROM = 1_000;
const TO = 10_000;
const EVERY = 1_000;

/** @param {import("../lab.mjs").Lab} lab */
export async function measurePolls({ checkout }) {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const stack = new SimulatedStack({ checkout, seed: 1, trainingMs: 28 * 24 * 3_600_000 });
  const used = [];
  const { count } = stack.models;
  stack.models.count = (operation, times) => {
    count.call(stack.models, operation, times);
    if (stack.calls % EVERY === 0) used.push({ polls: stack.calls, bytes: heap() });
  };
  await stack.train("model");
  const at = (polls) => used.find((sample) => sample.polls >= polls)?.bytes ?? Number.NaN;
  const value = (at(TO) - at(FROM)) / 1e6;
  return [{ figure: "memory-polls", value, note: `heap in use after ${FROM} polls and after ${TO}`, samples: { used } }];
}
