import { defaultReadings, type ReadingName, type Readings, readings } from "../../provider/emulator";
import { sharedReadings } from "../../provider/emulator/state/readings";
import { trainedModelReadings } from "../../provider/emulator/trained-models/readings";

/** One answer to one open question, e.g. `tagsOn=version`. */
export type Answer = `${ReadingName}=${string}`;

/** The questions that a trained model meets. */
const names = Object.keys({ ...trainedModelReadings, ...sharedReadings }) as ReadingName[];

/** Every answer to every question. */
export const answers: readonly Answer[] = names.flatMap((name) => answersTo(name));

/** The defaults, and each other answer alone. */
export const alone: readonly Readings[] = [
  defaultReadings,
  ...names.flatMap((name) =>
    readings[name].values
      .filter((value) => value !== readings[name].default)
      .map((value) => ({ ...defaultReadings, [name]: value })),
  ),
];

/** Two answers to two questions. */
export function pairsOf(configuration: Readings): string[] {
  const given = names.map((name): Answer => `${name}=${configuration[name]}`);
  return given.flatMap((a, index) => given.slice(index + 1).map((b) => `${a} ${b}`));
}

/** Every pair that there is. */
export function allPairs(): string[] {
  return names.flatMap((a, index) =>
    names.slice(index + 1).flatMap((b) => answersTo(a).flatMap((one) => answersTo(b).map((other) => `${one} ${other}`))),
  );
}

/** Few configurations in which every pair of answers meets that does not in those alone: greedy, the same at every run. */
export function pairwise(): Readings[] {
  const met = new Set(alone.flatMap(pairsOf));
  const left = new Set(allPairs().filter((pair) => !met.has(pair)));
  const rows: Readings[] = [];
  while (left.size > 0) {
    const row = rowThrough(left);
    for (const pair of pairsOf(row)) left.delete(pair);
    rows.push(row);
  }
  return rows;
}

/** Begins with a pair that is left, and answers each further question with what covers most pairs with those before it. */
function rowThrough(left: ReadonlySet<string>): Readings {
  const chosen = new Map<ReadingName, Answer>();
  const choose = (answer: Answer) => chosen.set(answer.split("=")[0] as ReadingName, answer);
  const [first = ""] = left;
  for (const answer of first.split(" ")) choose(answer as Answer);
  for (const name of names.filter((candidate) => !chosen.has(candidate))) {
    const gain = (answer: Answer) => [...chosen.values()].filter((other) => left.has(pairText(answer, other))).length;
    const [best] = [...answersTo(name)].sort((a, b) => gain(b) - gain(a));
    if (best !== undefined) choose(best);
  }
  return { ...defaultReadings, ...Object.fromEntries([...chosen.values()].map((answer) => answer.split("="))) };
}

function pairText(a: Answer, b: Answer): string {
  const place = (answer: Answer) => names.indexOf(answer.split("=")[0] as ReadingName);
  return place(a) < place(b) ? `${a} ${b}` : `${b} ${a}`;
}

function answersTo(name: ReadingName): Answer[] {
  return readings[name].values.map((value): Answer => `${name}=${value}`);
}

/** A configuration as a person reads it: what is not the default. */
export function textOf(configuration: Readings): string {
  const given = names.filter((name) => configuration[name] !== defaultReadings[name]);
  return given.map((name) => `${name}=${configuration[name]}`).join(" ") || "defaults";
}
