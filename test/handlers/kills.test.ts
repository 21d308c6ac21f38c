import assert from "node:assert/strict";
import type { TrainingInputs } from "../../provider/kinds/trained-model/inputs";
import { jobInputs } from "../core/fakes";
import { Killed, World } from "./world";

const first = jobInputs();
const second = jobInputs({ hyperparameters: { epochs: "20" } });

/** What happens before the command that is killed, and what was paid by the end. */
const scenarios: {
  name: string;
  prepare: (world: World) => Promise<void>;
  command: (world: World, killAt?: number) => Promise<void>;
  wanted?: TrainingInputs;
  paid: number;
}[] = [
  { name: "the first up", prepare: async () => {}, command: (world, at) => world.up(first, at), wanted: first, paid: 1 },
  {
    name: "an up that retrains",
    prepare: (world) => world.up(first),
    command: (world, at) => world.up(second, at),
    wanted: second,
    paid: 2,
  },
  {
    name: "an up after a taint",
    prepare: async (world) => {
      await world.up(first);
      world.taint();
    },
    command: (world, at) => world.up(first, at),
    wanted: first,
    paid: 2,
  },
  {
    name: "an up with changed tags",
    prepare: (world) => world.up(first),
    command: (world, at) => world.up(jobInputs({ tags: { team: "ml" } }), at),
    wanted: jobInputs({ tags: { team: "ml" } }),
    paid: 1,
  },
  { name: "a destroy", prepare: (world) => world.up(first), command: (world, at) => world.destroy(at), paid: 1 },
  { name: "a refresh", prepare: (world) => world.up(first), command: (world, at) => world.refresh(at), wanted: first, paid: 1 },
];

describe("a kill at any call through a port", () => {
  for (const { name, prepare, command, wanted, paid } of scenarios) {
    it(`pays nothing twice in ${name}`, async () => {
      const whole = new World();
      await prepare(whole);
      await command(whole);
      const points = 2 * whole.calls;
      console.log(`      ${points} points in ${name}`);
      for (let point = 0; point < points; point++) {
        const world = new World();
        await prepare(world);
        await assert.rejects(command(world, point), Killed, `point ${point} was not reached`);
        if (wanted === undefined) await world.destroy();
        else await world.up(wanted);
        assertGood(world, wanted, paid, `killed at ${point} of ${points}`);
      }
    });
  }
});

/** One model for what is wanted, ACTIVE, in the state; nothing else that runs or lies about. */
function assertGood(world: World, wanted: TrainingInputs | undefined, paid: number, when: string): void {
  assert.equal(world.service.paid.length, paid, `paid trainings, ${when}`);
  const alive = world.service.models.filter(({ status }) => status !== "INACTIVE");
  assert.deepEqual(
    alive.map(({ status }) => status),
    wanted === undefined ? [] : ["ACTIVE"],
    when,
  );
  assert.deepEqual(
    alive.map(({ trainedModelArn }) => trainedModelArn),
    world.state.job === undefined ? [] : [world.state.job.id],
    when,
  );
  assert.deepEqual(world.state.pendingDelete, [], when);
}
