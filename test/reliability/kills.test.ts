import { Life } from "./life";
import { Random } from "./random";

const runs = Number(process.env.CLEANROOMSML_KILLS ?? 20);
const seed = Number(process.env.CLEANROOMSML_SEED ?? Date.now() % 1e9);
/** A stack is killed so often, then the next one takes its place. */
const A_LIFE = 10;
/** So many stacks live at a time: half of a life is spent in waiting. */
const AT_ONCE = 2;

describe("a real run that is killed at any instant", () => {
  it(`pays nothing twice, and the next run mends it (${runs} kills)`, async () => {
    console.log(`      seed ${seed}: npm run torture -- --runs ${runs} --seed ${seed} replays it`);
    const lives = Array.from({ length: Math.ceil(runs / A_LIFE) }, (_, index) => index);
    const liveNext = async (): Promise<void> => {
      for (let index = lives.shift(); index !== undefined; index = lives.shift()) await live(index);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, liveNext));
  }).timeout(60_000 + runs * 60_000);
});

/** One stack from its first run to its last kill. Its dice are its own, whatever the others do. */
async function live(index: number): Promise<void> {
  const random = new Random(seed + index);
  const life = await Life.begin(random);
  const end = Math.min(runs, (index + 1) * A_LIFE);
  try {
    for (let run = index * A_LIFE; run < end; ) {
      // Also a run that mends can be killed.
      const strikes = Math.min(end - run, random.pick([1, 2, 3]));
      for (const done of await life.suffer(strikes)) console.log(`      ${++run}. ${done}`);
    }
  } finally {
    await life.end();
  }
}
