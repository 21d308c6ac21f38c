import assert from "node:assert/strict";
import { Ground } from "../readings/ground";
import { on, type Program } from "../readings/stack";

const base: Program = { base: () => ({}) };

describe("a model on top of one that does not serve", () => {
  let ground: Ground;
  afterEach(() => ground.close());

  const creates = () => ground.emulator.requests.filter(({ operation }) => operation === "CreateTrainedModel").length;

  for (const name of [undefined, "given"]) {
    it(`is refused at once, with the service's reason and no word of names (${name ?? "a chosen"} name)`, async () => {
      ground = await Ground.open({ trainingSeconds: 600 });
      const stack = ground.stack();
      await assert.rejects(stack.up(base, { interrupt: true }), /the training goes on/);
      const [model] = ground.alive();
      assert.ok(model);
      const next: Program = { next: () => ({ ...on({ trainedModelArn: model.trainedModelArn }), ...(name && { name }) }) };
      const sent = creates();
      const error: Error & { advice?: string[] } = await ground
        .stack()
        .up(next)
        .then(
          () => assert.fail("it did not fail"),
          (reason) => reason,
        );
      assert.match(error.message, /is not ACTIVE/);
      assert.doesNotMatch([error.message, ...(error.advice ?? [])].join("\n"), /refuses the name|change `name`/);
      assert.ok(creates() - sent <= 2, `${creates() - sent} requests`);
      assert.equal(ground.emulator.creates, 1);
    });
  }

  for (const incrementalDefault of ["base", "latest"] as const)
    it(`trains beside another on the same base, wherever the service begins (${incrementalDefault})`, async () => {
      ground = await Ground.open({ readings: { incrementalDefault } });
      const stack = ground.stack();
      await stack.up(base);
      const fork: Program = {
        ...base,
        left: (refs) => on(refs.base),
        right: (refs) => ({ ...on(refs.base), hyperparameters: {} }),
      };
      const first = stack.up(fork, { parallel: true });
      if (incrementalDefault === "base") await first;
      else {
        // No version is named, so the service means the latest: that is the other, which still trains.
        await assert.rejects(
          first,
          /#\S+ \(none is named, and the service takes the latest version\): it is CREATE_PENDING, not ACTIVE/,
        );
        assert.equal(ground.emulator.creates, 2);
        await stack.up(fork);
      }
      assert.deepEqual(await stack.up(fork), []);
      assert.equal(ground.emulator.creates, 3);
    });

  for (const incrementalDefault of ["base", "latest"] as const)
    it(`says what it is trained on where that is not the base that is named (${incrementalDefault})`, async () => {
      ground = await Ground.open({ readings: { incrementalDefault } });
      const stack = ground.stack();
      const next = (epochs: string): Program => ({
        ...base,
        next: (refs) => ({ ...on(refs.base), hyperparameters: { epochs } }),
      });
      const warnings = () => stack.engine.lines.filter((line) => /is trained on \S+#\S+, not on/.test(line));
      await stack.up(next("10"));
      assert.equal(warnings().length, 0);
      await stack.up(next("20"));
      assert.equal(warnings().length, incrementalDefault === "latest" ? 1 : 0);
    });
});
