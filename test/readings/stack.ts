import { setMaxListeners } from "node:events";
import type { Context } from "../../provider/core/run/context";
import { EngineRun } from "../../provider/core/run/engine-run";
import type { ResourceType } from "../../provider/handlers";
import type { Request } from "../../provider/handlers/request";
import { type ModelRef, refOf } from "../../provider/kinds/trained-model/identity";
import type { TrainingInputs } from "../../provider/kinds/trained-model/inputs";
import type { Service } from "../../provider/service/operations";
import { FakeEngine, jobInputs, requestFor, urn } from "../core/fakes";
import { hostedHandlersOf } from "../handlers/hosted";
import { type Recorded, settingsOf, upStep } from "../handlers/step";
import type { HostedHandlers } from "../plugin/over-messages";
import type { SharedTime } from "./shared-time";

type AllHandlers = Record<ResourceType, HostedHandlers>;

/** What the state holds of one model: its job, and the waiter once it ran. */
interface Model {
  name: string;
  job: Recorded;
  waiter?: Recorded;
}

/** A program: models by name, in order; a later one may be trained on an earlier one. */
export type Program = Record<string, (refs: Record<string, ModelRef>) => Partial<TrainingInputs>>;

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
  state = new Map<string, Model>();
  pendingDelete: Model[] = [];
  /** The next process starts so long after the one before. */
  secondsBetween = 5;
  /** Paths of the inputs that are secret. */
  secrets: readonly string[] = [];

  constructor(
    readonly service: Service,
    readonly time: SharedTime,
    readonly membershipIdentifier: string,
    public owner: Owner = {},
  ) {}

  /** What was done, e.g. `replace churn`; a wait for a new job goes without saying. */
  async up(program: Program, run: Run = {}): Promise<string[]> {
    const { handlers, death } = this.#process(run);
    const done: string[] = [];
    await Promise.race([this.#up(program, run, handlers, done), death]);
    return done;
  }

  async #up(program: Program, run: Run, handlers: AllHandlers, done: string[]): Promise<void> {
    const one = async (name: string) => {
      await this.#job(name, program, run, handlers, done);
      await this.#wait(name, handlers, done);
    };
    if (run.parallel) {
      const ends = await Promise.allSettled(Object.keys(program).map(one));
      for (const end of ends) if (end.status === "rejected") throw end.reason;
    } else {
      for (const name of Object.keys(program)) await one(name);
    }
    for (const old of [...this.pendingDelete].reverse()) await this.#delete(old, handlers, done);
    for (const old of [...this.state.values()].reverse()) if (!(old.name in program)) await this.#delete(old, handlers, done);
  }

  async refresh(): Promise<void> {
    const { TrainingJob, TrainingWaiter } = this.#process().handlers;
    for (const { name, job, waiter } of this.state.values()) {
      const found = await TrainingJob.read({ ...job.request, id: job.id, olds: job.outputs });
      if (found === undefined) {
        this.state.delete(name);
        continue;
      }
      Object.assign(job, found);
      const seen = waiter && (await TrainingWaiter.read({ ...waiter.request, id: waiter.id, olds: waiter.outputs }));
      if (waiter !== undefined && seen !== undefined) Object.assign(waiter, seen);
    }
  }

  async destroy(): Promise<void> {
    const { handlers } = this.#process();
    for (const old of [...this.pendingDelete].reverse()) await this.#delete(old, handlers, []);
    for (const old of [...this.state.values()].reverse()) await this.#delete(old, handlers, []);
  }

  /** The id of a model, as the state has it. */
  idOf(name: string): string | undefined {
    return this.state.get(name)?.job.id;
  }

  /** The status of a model, as the state has it. */
  statusOf(name: string): unknown {
    return this.state.get(name)?.waiter?.outputs.status;
  }

  #request(name: string): Request {
    const { organization = "acme", stack = "dev" } = this.owner;
    return requestFor({
      urn: urn.replace(/churn$/, name).replace(":dev::", `:${stack}::`),
      name,
      organization,
      secrets: this.secrets,
    });
  }

  #inputs(name: string, program: Program): TrainingInputs {
    const refs = Object.fromEntries([...this.state].map(([other, { job }]) => [other, refOf(job.id)]));
    return jobInputs({ membershipIdentifier: this.membershipIdentifier, ...program[name]?.(refs) });
  }

  async #job(name: string, program: Program, run: Run, { TrainingJob }: AllHandlers, done: string[]): Promise<void> {
    const model = this.state.get(name);
    const isTainted = run.taint?.includes(name) === true;
    const starts = model === undefined ? `create ${name}` : `replace ${name}`;
    const inputs = { ...this.#inputs(name, program) };
    const { op, recorded } = await upStep(TrainingJob, this.#request(name), inputs, model?.job, isTainted);
    if (op !== "same") done.push(op === "update" ? `update ${name}` : starts);
    if (op === "replace" && model !== undefined) this.pendingDelete.push(model);
    this.state.set(name, { name, ...(op === "replace" ? {} : model), job: recorded });
  }

  async #wait(name: string, { TrainingWaiter }: AllHandlers, done: string[]): Promise<void> {
    const model = this.state.get(name);
    if (model === undefined) return;
    const { job } = model;
    const request = { ...this.#request(name), jobUrn: job.request.urn };
    const { op, recorded, failure } = await upStep(TrainingWaiter, request, { jobId: job.id }, model.waiter);
    if (op === "update") done.push(`wait ${name}`);
    model.waiter = recorded;
    if (failure !== undefined) throw failure;
  }

  async #delete(old: Model, { TrainingJob }: AllHandlers, done: string[]): Promise<void> {
    done.push(`delete ${old.name}`);
    await TrainingJob.delete({ ...old.job.request, id: old.job.id, olds: old.job.outputs });
    this.pendingDelete = this.pendingDelete.filter((other) => other !== old);
    if (this.state.get(old.name) === old) this.state.delete(old.name);
  }

  #process(run: Run = {}): { handlers: AllHandlers; death: Promise<never> } {
    const { interrupt, dieAfterCreate, skipCheckpoints = false, maxConcurrentTrainings } = run;
    const { service, time, engine } = this;
    time.pass(this.secondsBetween * 1_000);
    const abort = new AbortController();
    setMaxListeners(0, abort.signal);
    let die: () => void = () => undefined;
    const death = new Promise<never>((_, reject) => {
      die = () => reject(new Died());
    });
    const createTrainedModel: Service["createTrainedModel"] = async (...call) => {
      const created = await service.createTrainedModel(...call);
      if (!dieAfterCreate) return created;
      die();
      return new Promise(() => undefined);
    };
    const sleep: Context["clock"]["sleep"] = (ms, signal) => {
      if (interrupt) abort.abort(new Error("interrupted"));
      return time.sleep(ms, signal);
    };
    const handlers = hostedHandlersOf({
      serviceIn: () => ({ ...service, createTrainedModel }),
      clock: { now: () => time.now(), random: () => time.random(), sleep },
      engine,
      engineRun: new EngineRun(),
      signal: abort.signal,
      settings: settingsOf({ maxConcurrentTrainings }),
      hasCheckpoints: !skipCheckpoints,
    });
    return { handlers, death };
  }
}
