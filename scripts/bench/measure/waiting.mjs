/** How soon the end of a training is noticed, and what that costs. */
import { SimulatedStack } from "../simulated/stack.mjs";
import { median, spreadOf } from "../statistics.mjs";
import { wordsOf } from "./results.mjs";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Trainings by their length; a training never ends on the beat of the polls, so each run has another length of a few per cent. */
const trainings = {
  "5 s": 5 * SECOND,
  "20 s": 20 * SECOND,
  "55 s": 55 * SECOND,
  "2 min": 2 * MINUTE,
  "10 min": 10 * MINUTE,
  "1 h": HOUR,
  "6 h": 6 * HOUR,
  "24 h": 24 * HOUR,
};
/** From here on, 5 % of a training are more than 30 s. */
const LONG = 10 * MINUTE;

/** @param {import("../lab.mjs").Lab} lab @param {(figure: string) => boolean} isWanted */
export async function measureNoticing({ checkout, isQuick }, isWanted) {
  const runs = isQuick ? 20 : 100;
  const rows = [];
  for (const [name, length] of Object.entries(trainings)) {
    const samples = [];
    for (let seed = 1; seed <= runs; seed++) {
      const trainingMs = Math.round(length * (1 - (0.05 * (seed % 20)) / 20));
      samples.push((await new SimulatedStack({ checkout, seed, trainingMs }).train("model")) / SECOND);
    }
    rows.push({ name, length, seconds: spreadOf(samples), shareOfTraining: Math.max(...samples) / (length / SECOND) });
  }
  const note = (some) =>
    `${some.map(({ name, seconds }) => `${name}: ${seconds.median.toFixed(1)}/${seconds.max.toFixed(1)} s`).join(", ")} (median/worst of ${runs})`;
  const [short, long, longest] = [
    rows.filter(({ length }) => length < MINUTE),
    rows.filter(({ length }) => length > MINUTE),
    rows.filter(({ length }) => length >= LONG),
  ];
  const worst = (some, of) => Math.max(...some.map(of));
  const results = [
    { figure: "noticed-short", value: worst(short, ({ seconds }) => seconds.max), note: note(short), samples: { rows: short } },
    {
      figure: "noticed-long",
      value: 100 * worst(long, ({ shareOfTraining }) => shareOfTraining),
      note: note(long),
      samples: { rows: long },
    },
    {
      figure: "noticed-late",
      value: worst(longest, ({ seconds }) => seconds.max),
      note: note(longest),
      samples: { rows: longest },
    },
  ];
  return results.filter(({ figure }) => isWanted(figure));
}

/** Requests of a model that trains for a day: a create, the polls, and what belongs to them. */
export async function callsInADay(checkout, models, seed = 1) {
  const stack = new SimulatedStack({ checkout, seed, trainingMs: 24 * HOUR });
  const late = await Promise.all(Array.from({ length: models }, (_, index) => stack.train(`model-${index}`)));
  return {
    models,
    calls: stack.calls,
    aModel: stack.calls / models,
    byOperation: stack.models.counts,
    noticed: { medianSeconds: median(late) / SECOND, worstSeconds: Math.max(...late) / SECOND },
  };
}

/** @param {import("../lab.mjs").Lab} lab @param {(figure: string) => boolean} isWanted */
export async function measureCalls({ checkout, isQuick }, isWanted) {
  const results = [];
  for (const [figure, models] of [
    ["calls-alone", 1],
    ["calls-together", 100],
  ]) {
    if (!isWanted(figure)) continue;
    const samples = [];
    for (let seed = 1; seed <= (isQuick || models > 1 ? 2 : 5); seed++) samples.push(await callsInADay(checkout, models, seed));
    const { median: value, ...spread } = spreadOf(samples.map(({ aModel }) => aModel));
    const { byOperation, noticed } = samples[0];
    results.push({
      figure,
      value,
      spread,
      note: `${wordsOf(byOperation, models)}; noticed after ${noticed.worstSeconds.toFixed(0)} s at the latest`,
      samples: { runs: samples },
    });
  }
  return results;
}
