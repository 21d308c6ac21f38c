import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { isRecord } from "../../utils/guards";
import { codeOf } from "../../utils/thrown";
import type { ExportRecord } from "../export-jobs/record";
import type { InferenceRecord } from "../inference-jobs/record";
import type { ConfigurationRecord } from "../ml-configuration/record";
import type { ChannelRecord } from "../ml-input-channels/record";
import type { ModelRecord } from "../trained-models/record";

/** What is written to the file. */
interface Saved {
  format: 1;
  /** The versions of trained models. */
  records: ModelRecord[];
  creates: number;
  /** The ML configurations of memberships; a file of before has none. */
  configurations?: ConfigurationRecord[];
  /** ML input channels; a file of before has none. */
  channels?: ChannelRecord[];
  inferenceJobs?: InferenceRecord[];
  exportJobs?: ExportRecord[];
  /** Milliseconds that the clock was advanced by, so that no plan moves back at a restart. */
  advanced: number;
}

/** What the service has, in memory and, with a file, on disk before each answer. */
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

  /** Every ML input channel in the order of its creation, those that answer 404 by now included. */
  get channels(): readonly ChannelRecord[] {
    return this.saved.channels ?? [];
  }

  /** Every inference job in the order of its start. */
  get inferenceJobs(): readonly InferenceRecord[] {
    return this.saved.inferenceJobs ?? [];
  }

  /** Every export job in the order of its start. */
  get exportJobs(): readonly ExportRecord[] {
    return this.saved.exportJobs ?? [];
  }

  /** The number of the next of some records. */
  nextSequenceOf(records: readonly { sequence: number }[]): number {
    return (records.at(-1)?.sequence ?? 0) + 1;
  }

  /** Keeps an inference job: a run that AWS would bill. */
  addInferenceJob(record: InferenceRecord): void {
    this.saved.inferenceJobs = [...this.inferenceJobs, record];
    this.save();
  }

  /** Keeps an export job: a copy that nobody calls back. */
  addExportJob(record: ExportRecord): void {
    this.saved.exportJobs = [...this.exportJobs, record];
    this.save();
  }

  /** Keeps an ML input channel: a query that AWS would bill. */
  addChannel(record: ChannelRecord): void {
    this.saved.channels = [...this.channels, record];
    this.save();
  }

  /** The ML configurations of memberships. */
  get configurations(): readonly ConfigurationRecord[] {
    return this.saved.configurations ?? [];
  }

  set configurations(configurations: readonly ConfigurationRecord[]) {
    this.saved.configurations = [...configurations];
    this.save();
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
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON: it was not written by the emulator`);
  }
  if (isSaved(parsed)) return parsed;
  throw new Error(`${file} was not written by this version of the emulator`);
}

/** Of the records it is enough that they are there: whoever writes this format writes them whole. */
function isSaved(value: unknown): value is Saved {
  if (!isRecord(value) || value.format !== 1 || !Array.isArray(value.records)) return false;
  return typeof value.creates === "number" && typeof value.advanced === "number";
}
