import assert from "node:assert/strict";
import { createJob } from "../../provider/core/job/create";
import { MARK_KEY } from "../../provider/core/ownership/marks";
import type { RunSettings } from "../../provider/core/run/settings";
import { UNKNOWN } from "../../provider/core/values/unknown";
import { handlersOf } from "../../provider/handlers";
import type { Request } from "../../provider/handlers/request";
import type { TrainingInputs } from "../../provider/kinds/trained-model/inputs";
import { type Fakes, fakes, jobInputs, nextRun, requestFor, urn } from "../core/fakes";
import { type Recorded, settingsOf, upStep } from "./step";

const COMPONENT = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel::churn";

/** One process of a host: the handlers of a job over fakes. */
function processOf(context: Fakes, settings: Partial<RunSettings> = {}) {
  const { TrainingJob } = handlersOf({ ...context, settings: { ...settingsOf(), ...settings }, hasCheckpoints: true });
  const check = (news: object, changes: Partial<Request> = {}, olds?: object) =>
    TrainingJob.check({ ...requestFor(changes), news: { ...news }, olds: olds && { ...olds } });
  const up = (news: object, recorded?: Recorded, changes: Partial<Request> = {}) =>
    upStep(TrainingJob, requestFor(changes), { ...news }, recorded);
  const remove = ({ id, outputs }: Recorded) => TrainingJob.delete({ ...requestFor(), id, olds: outputs });
  return { ...TrainingJob, context, check, up, remove };
}

const epochs = (count: number, more: Partial<TrainingInputs> = {}) =>
  jobInputs({ hyperparameters: { epochs: `${count}` }, ...more });

/** Every training comes to its end, and its waiter takes the mark off. */
function settle({ service }: Fakes): void {
  for (const model of service.models) {
    model.status = "ACTIVE";
    delete model.tags[MARK_KEY];
  }
}

/** Instances that a warning tells of. */
const rare = { instanceType: "ml.g5.2xlarge", volumeSizeInGB: 30 } as const;

/** A job whose training has come to its end, and the next process. */
async function trained(inputs: TrainingInputs = epochs(10), changes: Partial<Request> = {}, settings: Partial<RunSettings> = {}) {
  const context = fakes();
  const { recorded } = await processOf(context).up(inputs, undefined, changes);
  settle(context);
  context.engine.lines.splice(0);
  return { recorded, ...processOf(nextRun(context), settings) };
}

describe("a job's check", () => {
  it("says what comes of a first create, on the component's row", async () => {
    const context = fakes();
    const rows: string[] = [];
    context.engine.log = (severity, row, text) => rows.push(`${row === COMPONENT ? "component" : row} ${severity} ${text}`);
    await processOf(context).check(epochs(10, { resourceConfig: rare }));
    assert.match(rows[0] ?? "", /^component info trains: /);
    assert.ok(rows.some((line) => /^component info resourceConfig.instanceType has a default quota/.test(line)));
  });

  it("says nothing where nothing comes, and nothing of a model to adopt but that nothing is trained", async () => {
    const { check, recorded, context } = await trained();
    await check(epochs(10), {}, recorded.inputs);
    assert.deepEqual(context.engine.lines, []);
    await check({ ...epochs(10, { resourceConfig: rare }), adopt: { trainedModelArn: recorded.id } });
    assert.deepEqual(context.engine.lines, [`info: takes over ${recorded.id}; nothing is trained`]);
  });

  it("refuses with what is wrong with the settings, the name of another and the stack's limit", async () => {
    const wrong = { path: "", code: "setting", message: "the setting is wrong" };
    const settings: Partial<RunSettings> = {
      ofCheck: async () => ({ settings: { region: "us-east-1" }, issues: [wrong] }),
      instanceHoursLimit: () => ({ limit: 0.1, issues: [] }),
    };
    const { check } = processOf(fakes(), settings);
    const other = urn.replace(/churn$/, "other");
    await check(epochs(10, { name: "taken" }), { urn: other });
    const { failures } = await check(epochs(10, { name: "taken" }));
    const reasons = failures.map(({ reason }) => reason).join("\n");
    assert.match(reasons, /the setting is wrong/);
    assert.match(reasons, /is given to `other` too/);
    assert.match(reasons, /allows too much/);
  });

  it("refuses where the stack's limit cannot be read: it might hold", async () => {
    const wrong = { path: "", code: "setting", message: "the limit is wrong" };
    const { check } = processOf(fakes(), { instanceHoursLimit: () => ({ issues: [wrong] }) });
    const { failures } = await check(epochs(10));
    assert.deepEqual(failures, [{ property: "", reason: "the limit is wrong" }]);
  });

  it("shows no secret, neither in a failure nor on the row", async () => {
    const context = fakes();
    const inputs = jobInputs({ environment: { "1-hunter2": "1-hunter2" } });
    const { failures } = await processOf(context).check(inputs, { secrets: ['environment["1-hunter2"]'] });
    assert.match(failures.map(({ reason }) => reason).join(), /^environment\["\[secret\]"\] its key must be made of letters/);
    assert.match(context.engine.lines.join("\n"), /^warning: environment\["\[secret\]"\] is a secret here/m);
  });

  it("takes a name that the state has for this one's, and one that is new for another's too", async () => {
    const { check, recorded } = await trained(epochs(10, { name: "taken" }));
    const { failures } = await check(epochs(10, { name: "taken" }), {}, recorded.inputs);
    assert.deepEqual(failures, []);
    const second = await check(epochs(10, { name: "taken" }), { urn: urn.replace(/churn$/, "other") }, recorded.inputs);
    assert.deepEqual(second.failures, [], "both have it recorded");
  });
});

describe("a job's diff", () => {
  it("takes an unknown input for another one where what it comes from is made anew", async () => {
    for (const unknowns of [[], ["hyperparameters.epochs"]]) {
      const { check, diff, recorded } = await trained();
      const { inputs } = await check({ ...epochs(10), hyperparameters: { epochs: UNKNOWN } }, { unknowns }, recorded.inputs);
      const found = diff({ ...requestFor(), id: recorded.id, olds: recorded.outputs, oldSecrets: [], news: inputs });
      assert.deepEqual(found, { updates: [], replaces: unknowns });
    }
  });

  it("replaces for a tag only where the program asks for it", async () => {
    for (const [replaceOnChanges, op] of [
      [[], "update"],
      [["tags"], "replace"],
    ] as const) {
      const { up, recorded } = await trained();
      assert.equal((await up(epochs(10, { tags: { team: "ml" } }), recorded, { replaceOnChanges })).op, op);
    }
  });

  it("lets the check that follows say why, without what was or is secret", async () => {
    const { up, recorded, context } = await trained();
    await up(epochs(20), recorded);
    assert.match(context.engine.lines[0] ?? "", /^info: trains again: hyperparameters.epochs 10 → 20; .*deletes the output/);
    const secret = await trained(epochs(10), { secrets: ["hyperparameters.epochs"] });
    await secret.up(epochs(20), secret.recorded);
    assert.match(secret.context.engine.lines[0] ?? "", /^info: trains again: hyperparameters.epochs \[secret\] → \[secret\];/);
  });

  it("says no more why once a check has looked at what is recorded again", async () => {
    const { check, diff, recorded, context } = await trained();
    await check(epochs(20), {}, recorded.inputs);
    diff({ ...requestFor(), id: recorded.id, olds: recorded.outputs, oldSecrets: [], news: { ...epochs(20) } });
    await check(epochs(10), {}, recorded.inputs);
    await check(epochs(10));
    assert.match(context.engine.lines[0] ?? "", /^info: trains: /);
  });

  it("warns of channels that are older than they last", async () => {
    const { up, recorded, context } = await trained();
    context.clock.time += 40 * 86_400_000;
    await up(epochs(20), recorded);
    assert.match(context.engine.lines.join("\n"), /dataChannels\[0\].mlInputChannelArn was there .* 40 days ago/);
  });

  it("says which tags an update takes away only since they hold nothing, and none of a replacement", async () => {
    const leftOut = { "tags.team": "undefined" };
    const said = /tags.team is undefined and is left out/;
    const tagged = epochs(10, { tags: { team: "ml", cost: "1" } });
    const update = await trained(tagged);
    await update.up(epochs(10, { tags: { cost: "1" } }), update.recorded, { leftOut });
    assert.match(update.context.engine.lines.join(), said);
    const never = await trained(epochs(10, { tags: { cost: "1" } }));
    await never.up(epochs(10, { tags: { cost: "2" } }), never.recorded, { leftOut });
    assert.doesNotMatch(never.context.engine.lines.join(), said);
  });
});

describe("a job's create, update, read and delete", () => {
  it("cancel what still trains and is given up, and delete it once its successor is ACTIVE", async () => {
    const { up, remove, recorded, context } = await trained();
    const [old] = context.service.models;
    if (old) old.status = "CREATE_IN_PROGRESS";
    await up(epochs(20), recorded);
    assert.equal(old?.status, "INACTIVE");
    assert.match(context.engine.lines.join("\n"), /cancelled the training that this one replaces/);
    if (old) old.status = "ACTIVE";
    await assert.rejects(remove(recorded), /its successor \S+ is CREATE_PENDING, not ACTIVE/);
    settle(context);
    await remove(recorded);
    assert.equal(old?.status, "INACTIVE");
  });

  it("keep what a resource of this run has, and the old one while its successor was not created", async () => {
    const same = await trained();
    await same.up(epochs(10), same.recorded);
    await same.remove(same.recorded);
    assert.match(same.context.engine.lines.join(), /kept \S+: a resource of this run has it/);
    const failed = await trained();
    failed.context.service.fail("CreateTrainedModel", "validation");
    await assert.rejects(failed.up(epochs(20), failed.recorded), /failed/);
    await assert.rejects(failed.remove(failed.recorded), /the one that takes its place was not created/);
  });

  it("mind the successor of a resource that was renamed, and no diff of a refresh", async () => {
    const renamed = await trained();
    await renamed.up(epochs(20), renamed.recorded, { urn: urn.replace(/churn$/, "renamed"), name: "renamed" });
    await assert.rejects(renamed.remove(renamed.recorded), /its successor \S+ is CREATE_PENDING, not ACTIVE/);
    const destroyed = await trained();
    const { id, inputs, outputs: olds } = destroyed.recorded;
    destroyed.diff({ ...requestFor(), id, olds, oldSecrets: [], news: inputs });
    await destroyed.remove(destroyed.recorded);
    assert.equal(destroyed.context.service.models[0]?.status, "INACTIVE");
  });

  it("do not train again what the state had before: it is ACTIVE, and can be adopted", async () => {
    const { up, recorded, context } = await trained();
    const { recorded: second } = await up(epochs(20), recorded);
    settle(context);
    await assert.rejects(processOf(nextRun(context)).up(epochs(10), second), /was trained from these inputs and is ACTIVE/);
    assert.equal(context.service.paid.length, 2);
  });

  it("leave an adopted model as it is, and own it once it is no longer adopted", async () => {
    const { recorded, context } = await trained();
    const adopted = { ...epochs(10), adopt: { trainedModelArn: recorded.id } };
    const owner = context.service.models[0]?.tags;
    const mine = urn.replace(/churn$/, "mine");
    const first = await processOf(nextRun(context)).up(adopted, undefined, { urn: mine, name: "mine" });
    assert.equal(first.recorded.id, recorded.id);
    const { delete: remove } = processOf(nextRun(context));
    await remove({ ...requestFor({ urn: mine }), id: recorded.id, olds: first.recorded.outputs });
    assert.match(context.engine.lines.join("\n"), /forgot \S+: it is adopted/);
    assert.equal(context.service.models[0]?.status, "ACTIVE");
    const before = JSON.stringify(owner);
    await processOf(nextRun(context)).up(epochs(10), first.recorded, { urn: mine, name: "mine" });
    assert.notEqual(JSON.stringify(context.service.models[0]?.tags), before);
  });

  it("change only the tags that differ", async () => {
    const { up, recorded, context } = await trained(epochs(10, { tags: { team: "ml", cost: "1" } }));
    context.service.calls.splice(0);
    await up(epochs(10, { tags: { team: "ml" } }), recorded);
    assert.deepEqual(context.service.calls, ["UntagResource"]);
  });

  it("show no secret that the service repeats", async () => {
    const secrets = ["environment.TOKEN"];
    const inputs = epochs(10, { environment: { TOKEN: "hunter2" } });
    const { up, read, context, recorded } = await trained(inputs, { secrets });
    const request = { ...requestFor({ secrets }), id: recorded.id, olds: recorded.outputs };
    const repeated = { message: /bad value "\[secret\]"/ };
    const fail = (operation: string) => context.service.fail(operation, "validation", { message: 'bad value "hunter2"' });
    fail("TagResource");
    await assert.rejects(up({ ...inputs, tags: { team: "ml" } }, recorded, { secrets }), repeated);
    fail("GetTrainedModel");
    await assert.rejects(read(request), repeated);
    const next = handlersOf({ ...nextRun(context), settings: settingsOf(), hasCheckpoints: true }).TrainingJob;
    fail("GetTrainedModel");
    await assert.rejects(next.delete(request), repeated);
  });

  it("read what is recorded with it: only the program's tags, and what the service filled in", async () => {
    const { read, recorded, context } = await trained(epochs(10, { tags: { team: "ml" } }));
    const [model] = context.service.models;
    Object.assign(model?.tags ?? {}, { team: "other", theirs: "x", [MARK_KEY]: "y" });
    const found = await read({ ...requestFor(), id: recorded.id, olds: recorded.outputs });
    assert.deepEqual(found?.inputs, { ...recorded.inputs, tags: { team: "other" } });
    assert.deepEqual(found?.outputs, { ...recorded.outputs, tags: { team: "other" } });
    const lookedUp = await read({ ...requestFor(), id: recorded.id, olds: {} });
    assert.deepEqual(lookedUp?.outputs.tags, { team: "other", theirs: "x" });
    const gone = { ...requestFor(), id: `${recorded.id}-gone` };
    assert.equal(await read({ ...gone, olds: recorded.outputs }), undefined);
    await assert.rejects(read({ ...gone, olds: {} }), /the service has no trained model/);
  });

  it("read with it what an interrupted run of this resource left, and of no other one", async () => {
    const { read, recorded, context } = await trained();
    for (const name of ["churn", "other"]) {
      const resource = requestFor({ urn: urn.replace(/churn$/, name), name });
      await createJob(epochs(20), { ...nextRun(context), resource });
    }
    const [, own, others] = context.service.models;
    await read({ ...requestFor(), id: recorded.id, olds: recorded.outputs });
    const said = context.engine.lines.filter((line) => line.startsWith("warning: "));
    assert.equal(said.length, 1);
    assert.match(said[0] ?? "", /is in no state: \S+\nTo cancel it and delete its output:\nnpx cleanroomsml cancel/);
    assert.ok(said[0]?.includes(own?.trainedModelArn ?? "?") && !said[0].includes(others?.trainedModelArn ?? "?"));
    await read({ ...requestFor(), id: recorded.id, olds: recorded.outputs });
    assert.equal(
      context.service.calls.filter((call) => call === "ListTrainedModels").length,
      4,
      "three creates, and one refresh",
    );
    context.engine.lines.splice(1);
    await read({ ...requestFor(), id: recorded.id, olds: {} });
    assert.equal(context.engine.lines.filter((line) => line.startsWith("warning: ")).length, 1, "of a look-up");
  });
});
