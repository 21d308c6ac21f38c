import assert from "node:assert/strict";
import type { Emulator, Readings, StoredModel } from "../../provider/emulator";
import type { TrainingInputs } from "../../provider/kinds/trained-model/inputs";
import { Died, on, type Program, type Stack } from "./stack";

/** One flow's own membership of a service under one configuration of readings. */
export interface Ground {
  stack: Stack;
  emulator: Emulator;
  readings: Readings;
}

type Flow = (ground: Ground) => Promise<void>;

const epochs =
  (count: number, more: Partial<TrainingInputs> = {}) =>
  () => ({ hyperparameters: { epochs: String(count) }, ...more });
/** `next` is trained on top of `base`. */
const chain = (baseEpochs = 10, tags?: Record<string, string>): Program => ({
  base: epochs(baseEpochs),
  next: ({ base }) => ({ ...on(base), ...(tags && { tags }) }),
});

/** What everybody goes through, and the ways in which it goes wrong. Each pays once for each reason to train. */
export const flows: Record<string, Flow> = {
  "a whole life": async (ground) => {
    const { stack } = ground;
    assert.deepEqual(await stack.up({ churn: epochs(10) }), ["create churn"]);
    await quiet(ground, { churn: epochs(10) });
    assert.deepEqual(await stack.up({ churn: epochs(10, { tags: { team: "ml" } }) }), ["update churn"]);
    assert.equal(served(ground)[0]?.tags.team, "ml");
    await quiet(ground, { churn: epochs(10, { tags: { team: "ml" } }) });
    assert.deepEqual(await stack.up({ churn: epochs(10) }), ["update churn"]);
    assert.equal("team" in (served(ground)[0]?.tags ?? {}), false);
    assert.deepEqual(await stack.up({ churn: epochs(20) }), ["replace churn", "delete churn"]);
    await quiet(ground, { churn: epochs(20) });
    assert.deepEqual(await stack.up({ churn: epochs(20) }, { taint: ["churn"] }), ["replace churn", "delete churn"]);
    await quiet(ground, { churn: epochs(20) });
    await stack.destroy();
    ends(ground, 3);
  },

  "a model on top of another": async (ground) => {
    const { stack } = ground;
    assert.deepEqual(await stack.up(chain()), ["create base", "create next"]);
    await quiet(ground, chain());
    assert.deepEqual(await stack.up(chain(20)), ["replace base", "replace next", "delete next", "delete base"]);
    await quiet(ground, chain(20));
    await stack.destroy();
    ends(ground, 4);
  },

  "tags of a model on top of another": async (ground) => {
    const { stack, readings } = ground;
    await stack.up(chain(10, { team: "ml" }));
    await quiet(ground, chain(10, { team: "ml" }));
    assert.deepEqual(await stack.up(chain(10, { team: "research" })), ["update next"]);
    await stack.refresh();
    // An ARN has no version part: where tags sit on versions and mean the base, those of a later version cannot be
    // changed. Then every refresh shows it and every up tries again, in place; nothing is trained for it.
    const isOutOfReach = readings.tagsOn === "version" && readings.incremental === "same-arn";
    assert.deepEqual(await stack.up(chain(10, { team: "research" })), isOutOfReach ? ["update next"] : []);
    assert.equal(paid(ground), 2);
    await stack.destroy();
    ends(ground, 2);
  },

  "two models on top of one": async (ground) => {
    const { stack } = ground;
    const fork: Program = { ...chain(), other: ({ base }) => ({ ...epochs(30)(), ...on(base) }) };
    assert.deepEqual(await stack.up(fork), ["create base", "create next", "create other"]);
    await quiet(ground, fork);
    await stack.destroy();
    ends(ground, 3);
  },

  "the upper model, trained again": async (ground) => {
    const { stack, readings } = ground;
    await stack.up(chain());
    const done = await stack.up(chain(), { taint: ["next"] });
    assert.deepEqual(done, ["replace next", "delete next"]);
    // Where the mark of a later version cannot be taken off (its tags are out of reach), a taint finds a model that
    // looks unrecorded and takes it over: nothing is paid, and the delete that follows must spare it.
    const isTakenOver = readings.tagsOn === "version" && readings.incremental === "same-arn";
    assert.equal(paid(ground), isTakenOver ? 2 : 3);
    await quiet(ground, chain());
    await stack.destroy();
    ends(ground, isTakenOver ? 2 : 3);
  },

  "the lower model leaves the program": async (ground) => {
    const { stack, readings } = ground;
    await stack.up(chain());
    const trainedModelArn = stack.idOf("base");
    assert.ok(trainedModelArn);
    const alone: Program = { next: () => on({ trainedModelArn }) };
    assert.deepEqual(await stack.up(alone), ["delete base"]);
    const [left, ...more] = alive(ground);
    assert.deepEqual(more, []);
    // Where a delete of a base takes its later versions along, no request deletes the base alone: then the next up says
    // that the model is INACTIVE or not found, and trains nothing in its stead.
    const isTakenAlong = readings.deleteBase === "all-versions" && readings.incremental === "same-arn";
    if (!isTakenAlong) assert.equal(idOfStored(left), stack.idOf("next"));
    else {
      await stack.refresh();
      await assert.rejects(stack.up(alone), /INACTIVE|was not found/);
    }
    assert.equal(paid(ground), 2);
    await stack.destroy();
    ends(ground, 2);
  },

  "an answer that was lost": async (ground) => {
    const { stack, emulator } = ground;
    for (const program of [{ base: epochs(10) }, chain()]) {
      emulator.faults.add({ kind: "drop", operation: "CreateTrainedModel", when: "after", times: 1 });
      await stack.up(program);
    }
    await quiet(ground, chain());
    await stack.destroy();
    ends(ground, 2);
  },

  "a death after the create": async (ground) => {
    const { stack } = ground;
    await assert.rejects(stack.up({ base: epochs(10) }, { dieAfterCreate: true }), Died);
    await stack.up({ base: epochs(10) });
    await assert.rejects(stack.up(chain(), { dieAfterCreate: true }), Died);
    await stack.up(chain());
    await quiet(ground, chain());
    await stack.destroy();
    ends(ground, 2);
  },

  "a training that fails": async (ground) => {
    const { stack, emulator } = ground;
    await stack.up({ churn: epochs(10) });
    const [good] = alive(ground);
    emulator.faults.add({ kind: "fail-training", times: 1, statusCode: "AlgorithmError", message: "loss is NaN" });
    for (let run = 0; run < 3; run++) {
      await assert.rejects(stack.up({ churn: epochs(20) }), /AlgorithmError: loss is NaN/);
      await stack.refresh();
    }
    assert.equal(paid(ground), 2);
    assert.deepEqual(alive(ground).map(idOfStored), [idOfStored(good)]);
    await stack.up({ churn: epochs(20) }, { taint: ["churn"] });
    await quiet(ground, { churn: epochs(20) });
    await stack.destroy();
    ends(ground, 3);
  },

  "a mind that changes in mid-training": async (ground) => {
    const { stack } = ground;
    await assert.rejects(stack.up({ churn: epochs(10) }, { interrupt: true }), /the training goes on/);
    await stack.up({ churn: epochs(20) });
    await quiet(ground, { churn: epochs(20) });
    await stack.destroy();
    ends(ground, 2);
  },

  "a destroy in mid-training": async (ground) => {
    await assert.rejects(ground.stack.up({ churn: epochs(10) }, { interrupt: true }), /the training goes on/);
    await ground.stack.destroy();
    ends(ground, 1);
  },

  "an output that another member deletes": async (ground) => {
    const { stack, emulator } = ground;
    await stack.up({ churn: epochs(10) });
    const [model] = alive(ground);
    assert.ok(model);
    emulator.change(model, { status: "INACTIVE" });
    for (let run = 0; run < 2; run++) {
      await stack.refresh();
      await assert.rejects(stack.up({ churn: epochs(10) }), /INACTIVE/);
    }
    assert.equal(paid(ground), 1);
    await stack.destroy();
    ends(ground, 1);
  },

  "more models than the quota allows": async (ground) => {
    const { stack, readings } = ground;
    const six: Program = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`m${index}`, epochs(10)]));
    const isRefused = readings.quotaExcess === "402";
    // Where the service takes what it cannot train, nothing is repeated: the cards name the quota.
    if (isRefused) await stack.up(six, { parallel: true });
    else await assert.rejects(stack.up(six, { parallel: true }), /jobs per membership/);
    assert.equal(paid(ground), 6);
    if (isRefused) await quiet(ground, six);
    await stack.destroy();
    ends(ground, 6);
  },

  "more models than the quota allows, in turn": async (ground) => {
    const { stack } = ground;
    const six: Program = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`m${index}`, epochs(10)]));
    await stack.up(six, { parallel: true, maxConcurrentTrainings: 5 });
    await quiet(ground, six);
    await stack.destroy();
    ends(ground, 6);
  },
};

/** Nothing is to be done, before and after a refresh; what the state has is ACTIVE, and nothing else is alive. */
async function quiet(ground: Ground, program: Program): Promise<void> {
  const { stack } = ground;
  assert.deepEqual(await stack.up(program), []);
  await stack.refresh();
  assert.deepEqual(await stack.up(program), []);
  const models = alive(ground);
  assert.deepEqual(
    models.map(({ status }) => status).filter((status) => status !== "ACTIVE"),
    [],
  );
  assert.deepEqual(models.map(idOfStored).sort(), [...stack.state.values()].map(({ job }) => job.id).sort());
  assert.deepEqual(stack.pendingDelete, []);
}

/** Paid as often as there were reasons to; nothing of it is left. */
function ends(ground: Ground, reasons: number): void {
  assert.equal(paid(ground), reasons);
  assert.deepEqual(alive(ground), []);
  assert.equal(ground.stack.state.size, 0);
}

function served({ emulator, stack }: Ground): StoredModel[] {
  return emulator.models().filter(({ membershipIdentifier }) => membershipIdentifier === stack.membershipIdentifier);
}

function alive(ground: Ground): StoredModel[] {
  return served(ground).filter(({ status }) => status !== "INACTIVE" && status !== "CREATE_FAILED");
}

function idOfStored(model: StoredModel | undefined): string {
  return model?.versionIdentifier === undefined
    ? `${model?.trainedModelArn}`
    : `${model.trainedModelArn}#${model.versionIdentifier}`;
}

/** Creates that the service accepted for this membership. */
function paid({ emulator, stack }: Ground): number {
  const path = `/memberships/${stack.membershipIdentifier}/trained-models`;
  // A lost answer has no status, and was accepted all the same.
  return emulator.requests.filter(
    (one) => one.operation === "CreateTrainedModel" && one.path === path && [0, 200].includes(one.status),
  ).length;
}
