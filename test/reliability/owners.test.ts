import assert from "node:assert/strict";
import { MARK_KEY, OWNER_KEY } from "../../provider/core/ownership/marks";
import { Ground } from "../readings/ground";
import { Died, on, type Program } from "../readings/stack";

const churn: Program = { churn: () => ({}) };
const other: Program = { churn: () => ({ hyperparameters: { epochs: "20" } }) };
const named: Program = { churn: () => ({ name: "churn" }) };

describe("whose a model is", () => {
  let ground: Ground;
  afterEach(() => ground.close());

  for (const [what, owner] of [
    ["organisations", { organization: "umbrella" }],
    ["stacks", { stack: "prod" }],
  ] as const) {
    for (const isTagged of [true, false]) {
      it(`keeps two ${what} with the same program apart, ${isTagged ? "by their tags" : "by their names where tags are denied"}`, async () => {
        ground = await Ground.open({ trainingSeconds: 60, faults: isTagged ? [] : [{ kind: "deny-tags" }] });
        const [ours, theirs] = [ground.stack(), ground.stack(owner)];
        await assert.rejects(ours.up(churn, { dieAfterCreate: true }), Died);
        await assert.rejects(theirs.up(churn, { interrupt: true }), /the training goes on/);
        await ours.up(churn);
        await theirs.up(churn);
        assert.equal(ground.emulator.creates, 2);
        await theirs.destroy();
        assert.deepEqual(await ours.up(churn), []);
        assert.deepEqual(
          ground.alive().map(({ trainedModelArn, status }) => [trainedModelArn, status]),
          [[ours.idOf("churn"), "ACTIVE"]],
        );
      });
    }
  }

  it("trains nothing for a new name of the stack, and goes on as its owner", async () => {
    ground = await Ground.open();
    const stack = ground.stack();
    await stack.up(churn);
    stack.owner = { stack: "prod" };
    assert.deepEqual(await stack.up(churn), []);
    await stack.refresh();
    assert.deepEqual(await stack.up(churn), []);
    await assert.rejects(stack.up(other, { dieAfterCreate: true }), Died);
    assert.deepEqual(await stack.up(other), ["replace churn", "delete churn"]);
    assert.equal(ground.emulator.creates, 2);
    assert.equal(ground.alive().length, 1);
  });

  it("resumes a wait under a new name of the stack", async () => {
    ground = await Ground.open();
    const stack = ground.stack();
    await assert.rejects(stack.up(churn, { interrupt: true }), /the training goes on/);
    stack.owner = { stack: "prod" };
    assert.deepEqual(await stack.up(churn), ["wait churn"]);
    assert.equal(ground.emulator.creates, 1);
  });

  it("leaves a renamed stack's model alone when another takes the old name", async () => {
    ground = await Ground.open();
    const [renamed, newcomer] = [ground.stack(), ground.stack()];
    await renamed.up(churn);
    renamed.owner = { stack: "prod" };
    await newcomer.up(churn);
    assert.equal(ground.emulator.creates, 2);
    await newcomer.destroy();
    assert.deepEqual(await renamed.up(churn), []);
    assert.deepEqual(
      ground.alive().map(({ trainedModelArn }) => trainedModelArn),
      [renamed.idOf("churn")],
    );
  });

  it("says that a given name is somebody else's, pays nothing and touches nothing", async () => {
    ground = await Ground.open();
    const [theirs, ours] = [ground.stack({ organization: "umbrella" }), ground.stack()];
    await theirs.up(named);
    await assert.rejects(ours.up(named), /refuses the name/);
    assert.equal(ground.emulator.creates, 1);
    await ours.up(churn);
    const id = ours.idOf("churn");
    await assert.rejects(ours.up(named), /refuses the name/);
    assert.equal(ours.idOf("churn"), id);
    await ours.destroy();
    assert.deepEqual(await theirs.up(named), []);
    assert.equal(ground.emulator.creates, 2);
  });

  it("trains once where tags are denied, whoever dies", async () => {
    ground = await Ground.open({ trainingSeconds: 60, faults: [{ kind: "deny-tags" }] });
    const stack = ground.stack();
    await assert.rejects(stack.up(churn, { dieAfterCreate: true }), Died);
    await stack.up(churn);
    assert.deepEqual(await stack.up(churn), []);
    assert.equal(ground.emulator.creates, 1);
    await assert.rejects(stack.up({ churn: () => ({ tags: { team: "ml" } }) }), /TagResource.*denied/is);
    await stack.up(churn, { taint: ["churn"] });
    assert.equal(ground.emulator.creates, 2);
    await stack.destroy();
    assert.deepEqual(ground.alive(), []);
  });

  it("cannot tell, where tags are denied, a model that nobody recorded from one that is to be trained again, once it is ACTIVE", async () => {
    // A taint looks like a first create. So it trains, as it was asked to, and leaves the other alone.
    ground = await Ground.open({ faults: [{ kind: "deny-tags" }] });
    const stack = ground.stack();
    await assert.rejects(stack.up(churn, { dieAfterCreate: true }), Died);
    ground.time.pass(60_000);
    await stack.up(churn);
    assert.deepEqual(await stack.up(churn), []);
    assert.deepEqual(
      ground.alive().map(({ status }) => status),
      ["ACTIVE", "ACTIVE"],
    );
  });

  for (const [phase, nameReuse] of [
    ["training", "allowed"],
    ["training", "conflict-while-live"],
    ["ACTIVE", "conflict-while-live"],
  ] as const)
    it(`starts nothing beside a model of the given name without tags, and names \`adopt\` (${phase}, names: ${nameReuse})`, async () => {
      ground = await Ground.open({ trainingSeconds: 60, faults: [{ kind: "deny-tags" }], readings: { nameReuse } });
      const stack = ground.stack();
      await assert.rejects(stack.up(named, { dieAfterCreate: true }), Died);
      if (phase === "ACTIVE") ground.time.pass(120_000);
      const error = await stack.up(named).then(
        () => assert.fail("it did not fail"),
        (reason: Error) => reason,
      );
      assert.match(error.message, /was started with these inputs, and has no tag that says whose it is/);
      const [, arn] = /adopt: \{ trainedModelArn: "([^"]+)" \}/.exec(error.message) ?? [];
      assert.ok(arn);
      await stack.up({ churn: () => ({ name: "churn", adopt: { trainedModelArn: arn } }) });
      assert.deepEqual(await stack.up(named), ["update churn"]);
      assert.equal(ground.emulator.creates, 1);
      await stack.destroy();
      assert.deepEqual(ground.alive(), []);
    });

  it("finds each of two models on one base, which share their tags, when the process died in both creates", async () => {
    const base: Program = { base: () => ({}) };
    const onBase: Program[string] = (refs) => on(refs.base);
    ground = await Ground.open({ trainingSeconds: 60, readings: { tagsOn: "model", incrementalDefault: "base" } });
    const stack = ground.stack();
    await stack.up(base);
    for (const name of ["left", "right"])
      await assert.rejects(stack.up({ ...base, [name]: onBase }, { dieAfterCreate: true }), Died);
    assert.equal(ground.emulator.creates, 3);
    await stack.up({ ...base, left: onBase, right: onBase });
    assert.equal(ground.emulator.creates, 3);
    assert.equal(new Set([...stack.state.values()].map(({ job }) => job.id)).size, 3);
    for (const name of ["left", "right"]) {
      const model = ground.alive().find(({ versionIdentifier }) => stack.idOf(name)?.endsWith(`#${versionIdentifier}`));
      assert.match(model?.name ?? "", new RegExp(`^${name}-`));
    }
  });

  it("finds what a killed create left where only ListTagsForResource tells tags, also once it is ACTIVE", async () => {
    for (const program of [named, churn]) {
      await ground?.close();
      ground = await Ground.open({ readings: { describedTags: "absent" } });
      const stack = ground.stack();
      await assert.rejects(stack.up(program, { dieAfterCreate: true }), Died);
      ground.time.pass(60_000);
      await stack.up(program);
      assert.equal(ground.emulator.creates, 1);
      if (program === named) continue;
      await assert.rejects(stack.up(program, { dieAfterCreate: true, taint: ["churn"] }), Died);
      await stack.refresh();
      assert.ok(stack.engine.lines.some((line) => line.includes("npx cleanroomsml cancel")));
    }
  });

  it("goes on as if nothing were where untagging alone is denied", async () => {
    ground = await Ground.open({ faults: [{ kind: "deny-tags", operation: "UntagResource" }] });
    const stack = ground.stack();
    await stack.up(churn);
    assert.deepEqual(await stack.up(churn), []);
    assert.ok(MARK_KEY in (ground.alive()[0]?.tags ?? {}));
    assert.deepEqual(await stack.up(other), ["replace churn", "delete churn"]);
    assert.equal(ground.emulator.creates, 2);
    await stack.refresh();
    assert.deepEqual(await stack.up(other), []);
    assert.deepEqual(
      stack.engine.lines.filter((line) => line.startsWith("warning")),
      [],
    );
  });

  it("finds its model by the mark when PULUMI_SKIP_CHECKPOINTS lost the state", async () => {
    ground = await Ground.open();
    const stack = ground.stack();
    await stack.up(churn, { skipCheckpoints: true });
    assert.ok(ground.alive()[0]?.tags[OWNER_KEY]);
    stack.state.clear();
    await stack.up(churn, { skipCheckpoints: true });
    assert.equal(ground.emulator.creates, 1);
    await stack.destroy();
    assert.deepEqual(ground.alive(), []);
  });
});
