import { createJob } from "../../provider/core/job/create";
import { deleteJob } from "../../provider/core/job/delete";
import { readJob } from "../../provider/core/job/read";
import { updateJob } from "../../provider/core/job/update";
import { waitUntilActive } from "../../provider/core/job/wait";
import { ownerOf } from "../../provider/core/ownership/marks";
import { recordModel } from "../../provider/core/ownership/unmark";
import type { Context } from "../../provider/core/run/context";
import { Session } from "../../provider/core/run/engine-run";
import { diffJob, recordedInputs } from "../../provider/kinds/trained-model/diff";
import { refOf } from "../../provider/kinds/trained-model/identity";
import type { JobInputs, JobOutputs } from "../../provider/kinds/trained-model/inputs";
import { FakeClock, FakeEngine, FakeService } from "../core/fakes";

interface RecordedJob {
  id: string;
  inputs: JobInputs;
  outputs: JobOutputs;
}

/** What a dead process never sees the end of. */
const NEVER = new Promise<never>(() => undefined);

/** Members of ports that talk to nobody. */
const synchronous = ["now", "random", "status", "log"];

/** The process died; nothing that it would have done next happens. */
export class Killed extends Error {}

/**
 * One resource, the service, and a state as Pulumi's engine keeps it: a job, its waiter, and what is pending deletion.
 * Each command is a process of its own, and can be killed at any call through a port.
 */
export class World {
  readonly clock = new FakeClock();
  readonly service = new FakeService(this.clock);
  readonly engine = new FakeEngine();
  state: { job?: RecordedJob; waiter?: { jobId: string; status: string }; pendingDelete: RecordedJob[]; tainted?: boolean } = {
    pendingDelete: [],
  };
  /** Calls through ports that the last command made. */
  calls = 0;

  constructor() {
    this.service.trainingMs = 600_000;
  }

  up(inputs: JobInputs, killAt?: number, replace = false): Promise<void> {
    return this.#process(killAt, async (context) => {
      await this.#job(inputs, context, replace || this.state.tainted === true);
      await this.#wait(inputs, context);
      for (const old of [...this.state.pendingDelete]) await this.#remove(old, context);
    });
  }

  refresh(killAt?: number): Promise<void> {
    return this.#process(killAt, async (context) => {
      const { job, waiter } = this.state;
      if (job === undefined) return;
      const found = await readJob(job.id, job.outputs, context);
      if (found === undefined) {
        delete this.state.job;
        delete this.state.waiter;
        return;
      }
      job.outputs = found.outputs;
      const model = this.service.models.find(({ trainedModelArn }) => trainedModelArn === job.id);
      if (waiter && model) waiter.status = model.status;
    });
  }

  destroy(killAt?: number): Promise<void> {
    return this.#process(killAt, async (context) => {
      for (const old of [...this.state.pendingDelete]) await this.#remove(old, context);
      delete this.state.waiter;
      if (this.state.job) await this.#remove(this.state.job, context);
      delete this.state.job;
    });
  }

  taint(): void {
    if (this.state.job) this.state.tainted = true;
  }

  async #job(inputs: JobInputs, context: Context, replace: boolean): Promise<void> {
    const { job } = this.state;
    const { urn } = inputs.__context;
    if (job === undefined || replace) {
      context.session.noteCheck(urn, undefined);
    } else {
      context.session.noteCheck(urn, recordedInputs(job.outputs));
      const { changes, replaces } = diffJob(job.outputs, inputs);
      context.session.noteDiff(urn, job.id, replaces.length > 0);
      if (replaces.length === 0) {
        if (changes) job.outputs = await updateJob(job.id, job.outputs, inputs, context);
        return;
      }
      context.session.noteCheck(urn, undefined);
    }
    const { id, outputs } = await createJob(inputs, context);
    if (job !== undefined) this.state.pendingDelete.push(job);
    this.state.job = { id, inputs, outputs };
    delete this.state.tainted;
  }

  async #wait(inputs: JobInputs, context: Context): Promise<void> {
    const { job, waiter } = this.state;
    if (job === undefined || (waiter?.jobId === job.id && waiter.status === "ACTIVE")) return;
    const ref = refOf(job.id);
    const { urn } = inputs.__context;
    let status = "CREATE_PENDING";
    const settle = () => {
      this.state.waiter = { jobId: job.id, status };
    };
    const onModel = (model: { status: string }) => {
      status = model.status;
    };
    const isRecorded = recordModel(ref, { urn, owner: ownerOf(inputs.__context) }, true, context);
    try {
      await waitUntilActive({ ref, urn, jobUrn: urn, onModel }, context);
    } finally {
      await isRecorded;
      settle();
    }
    context.session.noteSettled(job.id);
  }

  async #remove(job: RecordedJob, context: Context): Promise<void> {
    await deleteJob(job.id, { resource: job.outputs.__context, isAdopted: false }, context);
    this.state.pendingDelete = this.state.pendingDelete.filter((old) => old !== job);
  }

  /** Runs a command as a process that dies at the given point: 2n is before the n-th call through a port, 2n + 1 after it. */
  async #process(killAt: number | undefined, work: (context: Context) => Promise<void>): Promise<void> {
    let reportDeath: (reason: Killed) => void = () => undefined;
    const death = new Promise<never>((_, reject) => {
      reportDeath = reject;
    });
    const die = (reason: Killed) => {
      reportDeath(reason);
      return NEVER;
    };
    this.calls = 0;
    let isDead = false;
    const numbered = <T extends object>(port: T): T =>
      new Proxy(port, {
        get: (target, key) => {
          const member: unknown = Reflect.get(target, key);
          if (typeof member !== "function") return member;
          if (synchronous.includes(String(key))) return member.bind(target);
          return (...args: unknown[]) => {
            if (isDead) return NEVER;
            const call = this.calls++;
            isDead = killAt === 2 * call || killAt === 2 * call + 1;
            if (killAt === 2 * call) return die(new Killed());
            const result: unknown = member.apply(target, args);
            return isDead ? die(new Killed()) : result;
          };
        },
      });
    const service = numbered(this.service);
    const context: Context = {
      serviceIn: () => service,
      clock: numbered(this.clock),
      engine: numbered(this.engine),
      session: new Session(),
      signal: new AbortController().signal,
      flags: [],
    };
    await Promise.race([work(context), death]);
  }
}
