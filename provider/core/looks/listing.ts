import type { Job, JobInputs, JobKind, ListCall, Row } from "../job/kind";
import type { Looking } from "./find-job";

/** A whole list at one time, by what the rules look for in it. */
export class Listing {
  readonly #byId: ReadonlyMap<string, Row>;
  readonly #byName: ReadonlyMap<string, Row[]>;
  /** By what is before a suffix such as `-2`. */
  readonly #byBase: ReadonlyMap<string, Row[]>;
  /** The rows of what still runs. */
  readonly running: readonly Row[];
  /** The rows that count among those that run. */
  readonly holding: readonly Row[];

  constructor(
    readonly rows: readonly Row[],
    { phaseOf, holdsPlace }: Pick<JobKind, "phaseOf" | "holdsPlace">,
    /** How many creates of this run were accepted before the service was asked. */
    readonly acceptedBefore: number,
  ) {
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.#byName = grouped(rows, ({ name }) => name);
    this.#byBase = grouped(rows, ({ name }) => name.replace(/-\d+$/, ""));
    this.running = rows.filter(({ status }) => phaseOf(status) === "running");
    this.holding = rows.filter(({ status }) => holdsPlace(status));
  }

  row(id: string): Row | undefined {
    return this.#byId.get(id);
  }

  named(name: string): readonly Row[] {
    return this.#byName.get(name) ?? [];
  }

  /** Those of a chosen name, with a suffix or without. */
  namedAfter(base: string): readonly Row[] {
    return [...this.named(base), ...(this.#byBase.get(base) ?? []).filter(({ name }) => name !== base)];
  }
}

function grouped(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** What a list of the service shows. One that was begun in the last `maxAge` ms serves too. */
export function listingOf<I extends JobInputs, J extends Job>(
  { of, rows }: ListCall,
  context: Looking<I, J>,
  maxAge: number,
): Promise<Listing> {
  const { engineRun, kind } = context;
  return engineRun.look(`list of ${of}`, maxAge, context, async () => {
    const acceptedBefore = engineRun.acceptedSoFar;
    return new Listing(await rows(context), kind, acceptedBefore);
  });
}
