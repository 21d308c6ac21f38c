import assert from "node:assert/strict";
import { MARK_KEY, OWNER_KEY } from "../../provider/trained-model/mark";
import { Ground } from "../readings/ground";
import { Died, type Program } from "../readings/stack";

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
          [[ours.state.get("churn")?.id, "ACTIVE"]],
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
      [renamed.state.get("churn")?.id],
    );
  });

  it("says that a given name is somebody else's, pays nothing and touches nothing", async () => {
    ground = await Ground.open();
    const [theirs, ours] = [ground.stack({ organization: "umbrella" }), ground.stack()];
    await theirs.up(named);
    await assert.rejects(ours.up(named), /refuses the name/);
    assert.equal(ground.emulator.creates, 1);
    await ours.up(churn);
    const id = ours.state.get("churn")?.id;
    await assert.rejects(ours.up(named), /refuses the name/);
    assert.equal(ours.state.get("churn")?.id, id);
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
