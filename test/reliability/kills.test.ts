import { Life } from "./life";
import { Random } from "./random";

const runs = Number(process.env.CLEANROOMSML_KILLS ?? 20);
const seed = Number(process.env.CLEANROOMSML_SEED ?? Date.now() % 1e9);
/** A stack is killed so often, then the next one takes its place. */
const A_LIFE = 10;

describe("a real run that is killed at any instant", () => {
  it(`pays nothing twice, and the next run mends it (${runs} kills)`, async () => {
    console.log(`      seed ${seed}: npm run torture -- --runs ${runs} --seed ${seed} replays it`);
    const random = new Random(seed);
    for (let run = 0; run < runs; ) {
      const life = await Life.begin(random);
      try {
        for (const end = Math.min(runs, run + A_LIFE); run < end; ) {
          // Also a run that mends can be killed.
          const strikes = Math.min(end - run, random.pick([1, 2, 3]));
          const started = performance.now();
          for (const done of await life.suffer(strikes)) console.log(`      ${++run}. ${done}`);
          console.log(`         mended, ${((performance.now() - started) / 1_000).toFixed(1)} s in all`);
        }
      } finally {
        await life.end();
      }
    }
  }).timeout(60_000 + runs * 60_000);
});
