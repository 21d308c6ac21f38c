import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { exists } from "./lifecycle";
import type { ModelRecord } from "./record";

/** What is written to the file. */
interface Saved {
  format: 1;
  records: ModelRecord[];
  creates: number;
  /** Milliseconds that the clock was advanced by, so that no plan moves back at a restart. */
  advanced: number;
}

/** The models of the service, in memory and, with a file, on disk before each answer. */
export class Store {
  private readonly saved: Saved;

  constructor(private readonly file: string | undefined) {
    this.saved = (file === undefined ? undefined : load(file)) ?? { format: 1, records: [], creates: 0, advanced: 0 };
    // A file that cannot be written is an error now, not at the first training.
    this.save();
  }

  /** Every record in the order of its creation, those that answer 404 by now included. */
  get records(): readonly ModelRecord[] {
    return this.saved.records;
  }

  /** How many creates were accepted: trainings that AWS would bill. */
  get creates(): number {
    return this.saved.creates;
  }

  /** How far the clock was advanced, in milliseconds. */
  get advanced(): number {
    return this.saved.advanced;
  }

  /** Moves the clock. */
  advance(milliseconds: number): void {
    this.saved.advanced += milliseconds;
    this.save();
  }

  /** The number of the next record. */
  get nextSequence(): number {
    return (this.saved.records.at(-1)?.sequence ?? 0) + 1;
  }

  /** Keeps a record of an accepted create. */
  add(record: ModelRecord): void {
    this.saved.records.push(record);
    this.saved.creates += 1;
    this.save();
  }

  /** The versions of a model that still answer, the oldest first. */
  versions(arn: string, now: number): ModelRecord[] {
    return this.saved.records.filter((record) => record.arn === arn && exists(record, now));
  }

  /** Writes beside the file and renames: whoever is killed leaves the old state or the new one. */
  save(): void {
    if (this.file === undefined) return;
    const next = `${this.file}.next`;
    writeFileSync(next, JSON.stringify(this.saved), { mode: 0o600 });
    renameSync(next, this.file);
  }
}

function load(file: string): Saved | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON: it was not written by the emulator`);
  }
  if (typeof parsed !== "object" || parsed === null || !("format" in parsed) || parsed.format !== 1)
    throw new Error(`${file} was not written by this version of the emulator`);
  return parsed as Saved;
}
