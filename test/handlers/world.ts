import { EngineRun } from "../../provider/core/run/engine-run";
import type { ResourceType } from "../../provider/handlers";
import type { TrainingInputs } from "../../provider/kinds/trained-model/inputs";
import { FakeClock, FakeEngine, FakeService, requestFor, urn } from "../core/fakes";
import type { HostedHandlers } from "../plugin/over-messages";
import { hostedHandlersOf } from "./hosted";
import { type Recorded, settingsOf, upStep } from "./step";

type AllHandlers = Record<ResourceType, HostedHandlers>;

const request = requestFor();
const waiterRequest = requestFor({ jobUrn: urn });

/** What a dead process never sees the end of. */
const NEVER = new Promise<never>(() => undefined);

/** Members of ports that talk to nobody. */
const synchronous = ["now", "random", "status", "log"];

/** The process died; nothing that it would have done next happens. */
export class Killed extends Error {}

/**
 * One model, the service, and a state as Pulumi's engine keeps it: a job, its waiter, and what is pending deletion.
 * Each command is a process of its own, and can be killed at any call through a port.
 */
export class World {
  readonly clock = new FakeClock();
  readonly service = new FakeService(this.clock);
  readonly engine = new FakeEngine();
  state: { job?: Recorded; waiter?: Recorded; pendingDelete: Recorded[]; tainted?: boolean } = { pendingDelete: [] };
  /** Calls through ports that the last command made. */
  calls = 0;

  constructor() {
    this.service.trainingMs = 600_000;
  }

  up(inputs: TrainingInputs, killAt?: number, replace = false): Promise<void> {
    return this.#process(killAt, async (handlers) => {
      await this.#job(inputs, handlers, replace || this.state.tainted === true);
      await this.#wait(handlers);
      for (const old of [...this.state.pendingDelete]) await this.#remove(old, handlers);
    });
  }

  refresh(killAt?: number): Promise<void> {
    return this.#process(killAt, async (handlers) => {
      const { job, waiter } = this.state;
      if (job === undefined) return;
      const found = await handlers.TrainingJob.read({ ...job.request, id: job.id, olds: job.outputs });
      if (found === undefined) {
        delete this.state.job;
        delete this.state.waiter;
        return;
      }
      Object.assign(job, found);
      const seen = waiter && (await handlers.TrainingWaiter.read({ ...waiter.request, id: waiter.id, olds: waiter.outputs }));
      if (seen !== undefined) Object.assign(waiter ?? {}, seen);
    });
  }

  destroy(killAt?: number): Promise<void> {
    return this.#process(killAt, async (handlers) => {
      for (const old of [...this.state.pendingDelete]) await this.#remove(old, handlers);
      delete this.state.waiter;
      if (this.state.job) await this.#remove(this.state.job, handlers);
      delete this.state.job;
    });
  }

  taint(): void {
    if (this.state.job) this.state.tainted = true;
  }

  async #job(inputs: TrainingInputs, { TrainingJob }: AllHandlers, replace: boolean): Promise<void> {
    const { job } = this.state;
    const { op, recorded } = await upStep(TrainingJob, request, { ...inputs }, job, replace);
    if (op === "replace" && job !== undefined) this.state.pendingDelete.push(job);
    this.state.job = recorded;
    delete this.state.tainted;
  }

  async #wait({ TrainingWaiter }: AllHandlers): Promise<void> {
    const { job, waiter } = this.state;
    if (job === undefined) return;
    const { recorded, failure } = await upStep(TrainingWaiter, waiterRequest, { jobId: job.id }, waiter);
    this.state.waiter = recorded;
    if (failure !== undefined) throw failure;
  }

  async #remove(job: Recorded, { TrainingJob }: AllHandlers): Promise<void> {
    await TrainingJob.delete({ ...job.request, id: job.id, olds: job.outputs });
    this.state.pendingDelete = this.state.pendingDelete.filter((old) => old !== job);
  }

  /** Runs a command as a process that dies at the given point: 2n is before the n-th call through a port, 2n + 1 after it. */
  async #process(killAt: number | undefined, work: (handlers: AllHandlers) => Promise<void>): Promise<void> {
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
    const handlers = hostedHandlersOf({
      serviceIn: () => service,
      clock: numbered(this.clock),
      engine: numbered(this.engine),
      engineRun: new EngineRun(),
      signal: new AbortController().signal,
      settings: settingsOf(),
      hasCheckpoints: true,
    });
    await Promise.race([work(handlers), death]);
  }
}
