import { setMaxListeners } from "node:events";
import { createJob } from "../../provider/core/job/create";
import { deleteJob } from "../../provider/core/job/delete";
import { readJob } from "../../provider/core/job/read";
import { updateJob } from "../../provider/core/job/update";
import { waitUntilActive } from "../../provider/core/job/wait";
import { ownerOf } from "../../provider/core/ownership/marks";
import { recordModel } from "../../provider/core/ownership/unmark";
import type { Context } from "../../provider/core/run/context";
import { Session } from "../../provider/core/run/engine-run";
import type { Service } from "../../provider/core/run/ports";
import { findTrainedModel } from "../../provider/kinds/trained-model/calls";
import { diffJob, recordedInputs } from "../../provider/kinds/trained-model/diff";
import { type ModelRef, refOf } from "../../provider/kinds/trained-model/identity";
import type { JobInputs, JobOutputs } from "../../provider/kinds/trained-model/inputs";
import { FakeEngine, jobInputs } from "../core/fakes";
import type { SharedTime } from "./shared-time";

/** What the state holds of one model: its job, and the waiter once it ran. */
interface Recorded {
  name: string;
  id: string;
  outputs: JobOutputs;
  waiter?: string;
}

/** A program: models by name, in order; a later one may be trained on an earlier one. */
export type Program = Record<string, (refs: Record<string, ModelRef>) => Partial<JobInputs>>;

/** What trains a model on another. */
export const on = (ref: ModelRef | undefined) => ({
  incrementalTrainingDataChannels: [{ trainedModelArn: "", ...ref, channelName: "base" }],
});

/** How an `up` is run, and what befalls it. */
export interface Run {
  /** Names to be trained again: a taint. */
  taint?: readonly string[];
  /** The first Ctrl-C comes at the first sleep. */
  interrupt?: boolean;
  /** The process dies when the service has accepted the first create, and before anybody knows. */
  dieAfterCreate?: boolean;
  /** Models that do not need each other are made at once. */
  parallel?: boolean;
  maxConcurrentTrainings?: number;
  /** PULUMI_SKIP_CHECKPOINTS: the waiter leaves the mark, since no state is written before the end. */
  skipCheckpoints?: boolean;
}

/** Whose stack it is. */
export interface Owner {
  organization?: string;
  stack?: string;
}

/** The process died. */
export class Died extends Error {}

/** A stack as Pulumi's engine keeps it, over the real client and the real emulator; each command is a process of its own. */
export class Stack {
  readonly engine = new FakeEngine();
  state = new Map<string, Recorded>();
  pendingDelete: Recorded[] = [];
  /** The next process starts so long after the one before. */
  secondsBetween = 5;

  constructor(
    readonly service: Service,
    readonly time: SharedTime,
    readonly membershipIdentifier: string,
    public owner: Owner = {},
  ) {}

  /** What was done, e.g. `replace churn`; a wait for a new job goes without saying. */
  async up(program: Program, run: Run = {}): Promise<string[]> {
    const context = this.#process(run);
    const done: string[] = [];
    const one = async (name: string) => {
      const inputs = this.#inputs(name, program);
      await this.#job(inputs, run, context, done);
      await this.#wait(inputs, run, context, done);
    };
    if (run.parallel) {
      const ends = await Promise.allSettled(Object.keys(program).map(one));
      for (const end of ends) if (end.status === "rejected") throw end.reason;
    } else {
      for (const name of Object.keys(program)) await one(name);
    }
    for (const old of [...this.pendingDelete].reverse()) await this.#delete(old, context, done);
    for (const old of [...this.state.values()].reverse()) if (!(old.name in program)) await this.#delete(old, context, done);
    return done;
  }

  async refresh(): Promise<void> {
    const context = this.#process();
    for (const recorded of this.state.values()) {
      const found = await readJob(recorded.id, recorded.outputs, context);
      if (found === undefined) {
        this.state.delete(recorded.name);
        continue;
      }
      recorded.outputs = found.outputs;
      const model = await findTrainedModel(refOf(recorded.id), context);
      if (model !== undefined && recorded.waiter !== undefined) recorded.waiter = model.status;
    }
  }

  async destroy(): Promise<void> {
    const context = this.#process();
    for (const old of [...this.pendingDelete].reverse()) await this.#delete(old, context, []);
    for (const old of [...this.state.values()].reverse()) await this.#delete(old, context, []);
  }

  #inputs(name: string, program: Program): JobInputs {
    const refs = Object.fromEntries([...this.state].map(([other, { id }]) => [other, refOf(id)]));
    const base = jobInputs({ membershipIdentifier: this.membershipIdentifier });
    const { organization = "acme", stack = "dev" } = this.owner;
    const urn = base.__context.urn.replace(/churn$/, name).replace(":dev::", `:${stack}::`);
    const __context = { ...base.__context, urn, name, organization };
    return { ...base, ...program[name]?.(refs), __context };
  }

  async #job(inputs: JobInputs, { taint = [] }: Run, context: Context, done: string[]): Promise<void> {
    const { name, urn } = inputs.__context;
    const recorded = this.state.get(name);
    const { session } = context;
    session.noteCheck(urn, undefined);
    if (recorded !== undefined && !taint.includes(name)) {
      session.noteCheck(urn, recordedInputs(recorded.outputs));
      const { changes, replaces } = diffJob(recorded.outputs, inputs);
      session.noteDiff(urn, recorded.id, replaces.length > 0);
      if (replaces.length === 0) {
        if (!changes) return;
        done.push(`update ${name}`);
        recorded.outputs = await updateJob(recorded.id, recorded.outputs, inputs, context);
        return;
      }
      session.noteCheck(urn, undefined);
    }
    done.push(`${recorded === undefined ? "create" : "replace"} ${name}`);
    const { id, outputs } = await createJob(inputs, context);
    if (recorded !== undefined) this.pendingDelete.push(recorded);
    this.state.set(name, { name, id, outputs });
  }

  async #wait(inputs: JobInputs, run: Run, context: Context, done: string[]): Promise<void> {
    const { name, urn } = inputs.__context;
    const recorded = this.state.get(name);
    if (recorded === undefined || recorded.waiter === "ACTIVE") return;
    if (recorded.waiter !== undefined) done.push(`wait ${name}`);
    const ref = refOf(recorded.id);
    const onModel = ({ status }: { status: string }) => {
      recorded.waiter = status;
    };
    recorded.waiter = "CREATE_PENDING";
    const isRecorded = recordModel(ref, { urn, owner: ownerOf(inputs.__context) }, run.skipCheckpoints !== true, context);
    await Promise.all([isRecorded, waitUntilActive({ ref, urn, jobUrn: urn, onModel }, context)]);
    context.session.noteSettled(recorded.id);
  }

  async #delete(old: Recorded, context: Context, done: string[]): Promise<void> {
    done.push(`delete ${old.name}`);
    await deleteJob(old.id, { resource: old.outputs.__context, isAdopted: old.outputs.adopt !== undefined }, context);
    this.pendingDelete = this.pendingDelete.filter((other) => other !== old);
    if (this.state.get(old.name) === old) this.state.delete(old.name);
  }

  #process({ interrupt, dieAfterCreate, maxConcurrentTrainings }: Run = {}): Context {
    const { service, time, engine } = this;
    time.pass(this.secondsBetween * 1_000);
    const abort = new AbortController();
    setMaxListeners(0, abort.signal);
    const createTrainedModel: Service["createTrainedModel"] = async (...call) => {
      const created = await service.createTrainedModel(...call);
      if (dieAfterCreate) throw new Died();
      return created;
    };
    const sleep: Context["clock"]["sleep"] = (ms, signal) => {
      if (interrupt) abort.abort(new Error("interrupted"));
      return time.sleep(ms, signal);
    };
    return {
      serviceIn: () => ({ ...service, createTrainedModel }),
      clock: { now: () => time.now(), random: () => time.random(), sleep },
      engine,
      session: new Session(),
      signal: abort.signal,
      maxConcurrentTrainings,
      flags: [],
    };
  }
}
