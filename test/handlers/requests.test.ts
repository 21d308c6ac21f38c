import assert from "node:assert/strict";
import { MARK_KEY, OWNER_KEY } from "../../provider/core/ownership/marks";
import { EngineRun } from "../../provider/core/run/engine-run";
import { handlersOf, type ResourceType } from "../../provider/handlers";
import type { Handlers } from "../../provider/handlers/handlers";
import type { Request } from "../../provider/handlers/request";
import { EventClock } from "../core/event-clock";
import { FakeEngine, FakeService, jobInputs, requestFor, urn } from "../core/fakes";
import { type Recorded, settingsOf, upStep } from "./step";

/** As many as Pulumi's engine asks about at once on two cores. */
const AT_ONCE = 8;
/** What one request takes, in ms; of a list, each page. */
const LATENCY = 50;

/** A membership, a stack of models in it, and what the commands of the stack ask of the service: each command is a run of its own. */
class Stack {
  readonly clock = new EventClock();
  readonly service = new FakeService(this.clock);
  readonly #state: { job: Recorded; waiter: Recorded }[] = [];
  #asked: string[] = [];

  constructor(readonly models: number) {
    this.service.trainingMs = 0;
  }

  /** Models that are there already. */
  fill(count: number, status: "ACTIVE" | "CREATE_IN_PROGRESS" = "ACTIVE"): void {
    for (let index = 0; index < count; index++) {
      const model = this.service.add({ ...jobInputs(), name: `old-${index}` }, status);
      if (status !== "ACTIVE") model.createTime = new Date("2040-01-01");
    }
  }

  /** `pauseMs` is what the engine takes from a job to its waiter. */
  up(pauseMs = 0): Promise<Record<string, number>> {
    return this.#command(async ({ TrainingJob, TrainingWaiter }, index) => {
      const request = this.#request(index);
      const job = (await upStep(TrainingJob, request, { ...jobInputs() }, this.#state[index]?.job)).recorded;
      await this.clock.sleep(pauseMs, new AbortController().signal);
      const waits = { ...request, urn: request.urn.replace("TrainingJob", "TrainingWaiter"), jobUrn: request.urn };
      const waiter = (await upStep(TrainingWaiter, waits, { jobId: job.id }, this.#state[index]?.waiter)).recorded;
      this.#state[index] = { job, waiter };
    });
  }

  refresh(): Promise<Record<string, number>> {
    return this.#command(async ({ TrainingJob, TrainingWaiter }, index) => {
      const { job, waiter } = this.#recorded(index);
      await TrainingJob.read({ ...job.request, id: job.id, olds: job.outputs });
      await TrainingWaiter.read({ ...waiter.request, id: waiter.id, olds: waiter.outputs });
    });
  }

  destroy(): Promise<Record<string, number>> {
    return this.#command(async ({ TrainingJob }, index) => {
      const { job } = this.#recorded(index);
      await TrainingJob.delete({ ...job.request, id: job.id, olds: job.outputs });
    });
  }

  #request(index: number): Request {
    return requestFor({ urn: `${urn}-${index}`, name: `churn-${index}` });
  }

  #recorded(index: number) {
    const found = this.#state[index];
    assert.ok(found);
    return found;
  }

  /** The requests that a command sent, by operation; the pages of a list are one each. */
  async #command(work: (handlers: Record<ResourceType, Handlers>, index: number) => Promise<void>) {
    this.#asked = [];
    const service = this.#counted();
    const { clock } = this;
    const { signal } = new AbortController();
    const run = {
      clock,
      signal,
      engine: new FakeEngine(),
      engineRun: new EngineRun(),
      settings: settingsOf(),
      hasCheckpoints: true,
    };
    const handlers = handlersOf({ ...run, serviceIn: () => service });
    let next = 0;
    const worker = async () => {
      while (next < this.models) await work(handlers, next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const counts: Record<string, number> = {};
    for (const operation of this.#asked) counts[operation] = (counts[operation] ?? 0) + 1;
    return counts;
  }

  #counted(): FakeService {
    const { clock, service } = this;
    const asked = async (operation: string, pages: number) => {
      for (let page = 0; page < pages; page++) this.#asked.push(operation);
      await clock.sleep(LATENCY * pages, new AbortController().signal);
    };
    return new Proxy(service, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function" || typeof name !== "string") return member;
        return async (...args: unknown[]) => {
          await asked(name, name === "listTrainedModels" ? Math.max(1, Math.ceil(service.models.length / 100)) : 1);
          return member.apply(target, args) as unknown;
        };
      },
    });
  }
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

describe("the requests of a stack", () => {
  for (const pauseMs of [0, 10_000]) {
    it(`are at most 3.5 a model in an \`up\` of 100, ${pauseMs} ms from job to waiter: create, get, untag, a share of a list`, async () => {
      const stack = new Stack(100);
      const { createTrainedModel, getTrainedModel, untagResource, listTrainedModels = 0, ...others } = await stack.up(pauseMs);
      assert.deepEqual([createTrainedModel, getTrainedModel, untagResource, others], [100, 100, 100, {}]);
      assert.ok(listTrainedModels <= 50, `${listTrainedModels} pages`);
      assert.ok(stack.service.models.every(({ tags }) => tags[OWNER_KEY] !== undefined && tags[MARK_KEY] === undefined));
    });
  }

  it("are lists for as long as the run goes on, not for each create: flat with the models of the membership and of the run", async () => {
    for (const models of [10, 100, 1_000]) {
      const stack = new Stack(models);
      stack.fill(1_000);
      const { listTrainedModels = 0 } = await stack.up();
      assert.ok(listTrainedModels <= 20 + models / 4, `${listTrainedModels} pages for ${models} models`);
    }
  }).timeout(30_000);

  it("do not ask about what others train once for each create", async () => {
    const stack = new Stack(100);
    stack.fill(50, "CREATE_IN_PROGRESS");
    const { getTrainedModel = 0 } = await stack.up();
    assert.ok(getTrainedModel <= 100 + 2 * 50, `${getTrainedModel} gets`);
  });

  it("are none in an `up` without a change", async () => {
    const stack = new Stack(100);
    await stack.up();
    assert.deepEqual(await stack.up(), {});
  });

  for (const others of [0, 50]) {
    it(`are at most 1.05 a model in a refresh of 100, where ${others || "no"} others train`, async () => {
      const stack = new Stack(100);
      await stack.up();
      stack.fill(others, "CREATE_IN_PROGRESS");
      const counts = await stack.refresh();
      assert.ok(total(counts) - others <= 105, JSON.stringify(counts));
    });
  }

  it("are at most 1.05 a model in a refresh of 100 that train", async () => {
    const stack = new Stack(100);
    await stack.up();
    for (const model of stack.service.models)
      Object.assign(model, { status: "CREATE_IN_PROGRESS", createTime: new Date("2040-01-01") });
    const counts = await stack.refresh();
    assert.ok(total(counts) <= 105, JSON.stringify(counts));
  });

  it("are three a model in a destroy", async () => {
    const stack = new Stack(100);
    await stack.up();
    assert.deepEqual(await stack.destroy(), { getTrainedModel: 200, deleteTrainedModelOutput: 100 });
  });

  it("leave a destroyed model's end noticed within half a second where the service is quick", async () => {
    const stack = new Stack(1);
    await stack.up();
    const started = stack.clock.now();
    await stack.destroy();
    assert.ok(stack.clock.now() - started <= 500, `${stack.clock.now() - started} ms`);
  });
});
