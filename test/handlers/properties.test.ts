import assert from "node:assert/strict";
import fc from "fast-check";
import { MARK_KEY } from "../../provider/core/ownership/marks";
import { Failure } from "../../provider/handlers/failures";
import { jobInputs } from "../core/fakes";
import { Killed, World } from "./world";

/** A program has one of three sets of inputs; what happens to it is one of these steps. */
type Step =
  | { do: "up"; epochs: number; killAt?: number }
  | { do: "refresh" | "destroy"; killAt?: number }
  | { do: "taint" }
  | { do: "fail"; operation: string; kind: "throttled" | "ambiguous" | "denied"; afterActing: boolean }
  | { do: "fail training"; epochs: number }
  | { do: "another member deletes the output" };

const operations = [
  "CreateTrainedModel",
  "GetTrainedModel",
  "ListTrainedModels",
  "UntagResource",
  "CancelTrainedModel",
  "DeleteTrainedModelOutput",
];
const epochs = fc.constantFrom(10, 20, 30);
const killAt = fc.option(fc.nat(320), { nil: undefined, freq: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("up" as const), epochs, killAt }) as fc.Arbitrary<Step> },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("refresh" as const, "destroy" as const), killAt }) as fc.Arbitrary<Step>,
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: "taint" }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("fail" as const),
      operation: fc.constantFrom(...operations),
      kind: fc.constantFrom("throttled" as const, "ambiguous" as const, "denied" as const),
      afterActing: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("fail training" as const), epochs }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: "another member deletes the output" }) },
);

const RUNS = 1_500;

describe("whatever happens, in any order", () => {
  it(`pays once for each reason to train, and says ACTIVE only of what is (${RUNS} random lives)`, async () => {
    const seed = Number(process.env.CLEANROOMSML_SEED ?? Date.now() % 2 ** 31);
    console.log(`      seed ${seed} (CLEANROOMSML_SEED replays it)`);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const world = new World();
        let reasons = 0;
        let reason: string | undefined;
        const failing = new Set<string>();
        world.service.willFail = ({ hyperparameters }) => failing.has(hyperparameters?.epochs ?? "");
        for (const current of steps) {
          if (current.do === "up") {
            if (reason !== String(current.epochs)) reasons++;
            reason = String(current.epochs);
          }
          if (current.do === "taint" && world.state.job !== undefined) reason = undefined;
          const isDone = await perform(current, world, failing);
          if (current.do === "destroy" && isDone) reason = undefined;
          assert.ok(world.service.paid.length <= reasons, `${world.service.paid.length} paid for ${reasons} reasons`);
          if (current.do === "up" && isDone) assertUp(world, current.epochs);
          const isTagless = steps.some((other) => other.do === "fail" && other.kind === "denied");
          if (current.do === "destroy" && isDone) assertDestroyed(world, isTagless);
          if (world.state.job !== undefined) assert.ok(world.state.job.id);
        }
      }),
      { numRuns: RUNS, seed, endOnFailure: false },
    );
  }).timeout(60_000);
});

/** True where the command came to its end without an error. */
async function perform(step: Step, world: World, failing: Set<string>): Promise<boolean> {
  try {
    switch (step.do) {
      case "up":
        await world.up(jobInputs({ hyperparameters: { epochs: String(step.epochs) } }), step.killAt);
        return true;
      case "refresh":
        await world.refresh(step.killAt);
        return true;
      case "destroy":
        await world.destroy(step.killAt);
        return true;
      case "taint":
        world.taint();
        return true;
      case "fail":
        world.service.fail(step.operation, step.kind, { afterActing: step.afterActing && step.kind === "ambiguous" });
        return true;
      case "fail training":
        failing.add(String(step.epochs));
        return true;
      case "another member deletes the output":
        for (const model of world.service.models) if (model.status === "ACTIVE") model.status = "INACTIVE";
        return true;
    }
  } catch (error) {
    if (error instanceof Killed || error instanceof Failure) return false;
    throw error;
  }
}

function assertUp(world: World, epochs: number): void {
  const { job, waiter, pendingDelete } = world.state;
  const model = world.service.models.find(({ trainedModelArn }) => trainedModelArn === job?.id);
  assert.equal(waiter?.outputs.status, "ACTIVE");
  assert.equal(model?.hyperparameters?.epochs, String(epochs));
  assert.deepEqual(pendingDelete, []);
}

/** Nothing of the stack is left but what an interrupted create left in no state; that bears the mark, unless tags were denied. */
function assertDestroyed(world: World, isTagless: boolean): void {
  for (const { status, tags } of world.service.models) {
    const isStray = MARK_KEY in tags || (isTagless && Object.keys(tags).length === 0);
    assert.ok(status === "INACTIVE" || status === "CREATE_FAILED" || isStray);
  }
}
