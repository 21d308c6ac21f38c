import assert from "node:assert/strict";
import { SharedWork } from "../../../provider/core/run/shared-work";
import { FakeClock } from "../fakes";

/** Looks of one run, each of which is answered when the test says so; the answers are their numbers. */
class Looks {
  readonly clock = new FakeClock();
  readonly signal = new AbortController().signal;
  readonly work = new SharedWork();
  readonly answers: { resolve: () => void; reject: (error: Error) => void }[] = [];

  /** A look that is answered by `answer`. */
  look(maxAge: number, signal = this.signal): Promise<number> {
    return this.work.look("key", maxAge, { clock: this.clock, signal }, () => {
      const number = this.answers.length + 1;
      return new Promise<number>((resolve, reject) => this.answers.push({ resolve: () => resolve(number), reject }));
    });
  }

  answer(): void {
    this.answers.at(-1)?.resolve();
  }

  /** A look that is over. */
  async looked(maxAge: number): Promise<number> {
    const look = this.look(maxAge);
    this.answer();
    return look;
  }
}

/** Whoever is awake comes to a stop. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("a look that a run shares", () => {
  it("serves for as long as it is asked to be fresh, from its beginning on", async () => {
    const looks = new Looks();
    const first = looks.look(1_000);
    looks.clock.time += 600;
    looks.answer();
    assert.equal(await first, 1);
    assert.equal(await looks.looked(1_000), 1);
    looks.clock.time += 400;
    assert.equal(await looks.looked(1_000), 2);
  });

  it("is begun after the call where nothing older will do", async () => {
    const looks = new Looks();
    assert.equal(await looks.looked(0), 1);
    assert.equal(await looks.looked(0), 2);
  });

  it("is one for all who ask while one is under way that is too old for them", async () => {
    const looks = new Looks();
    const first = looks.look(0);
    const others = [looks.look(0), looks.look(0), looks.look(0)];
    await settled();
    assert.equal(looks.answers.length, 1);
    looks.answer();
    await settled();
    assert.equal(looks.answers.length, 2);
    looks.answer();
    assert.deepEqual(await Promise.all([first, ...others]), [1, 2, 2, 2]);
  });

  it("is joined while it is under way and fresh", async () => {
    const looks = new Looks();
    const both = [looks.look(1_000), looks.look(1_000)];
    looks.answer();
    assert.deepEqual(await Promise.all(both), [1, 1]);
  });

  it("fails for those who wait for it, and for nobody else", async () => {
    const looks = new Looks();
    const both = [looks.look(1_000), looks.look(1_000)];
    looks.answers[0]?.reject(new Error("throttled"));
    for (const one of both) await assert.rejects(one, /throttled/);
    assert.equal(await looks.looked(1_000), 2);
  });

  it("is asked anew after one that was too old has failed", async () => {
    const looks = new Looks();
    const first = looks.look(0);
    const second = looks.look(0);
    looks.answers[0]?.reject(new Error("throttled"));
    await assert.rejects(first, /throttled/);
    await settled();
    looks.answer();
    assert.equal(await second, 2);
  });

  it("does not serve after the clock was put back", async () => {
    const looks = new Looks();
    await looks.looked(1_000);
    looks.clock.time -= 3_600_000;
    assert.equal(await looks.looked(1_000), 2);
  });

  it("is not shared with those who go on after an interrupt", async () => {
    const looks = new Looks();
    await looks.looked(1_000);
    const other = looks.look(1_000, new AbortController().signal);
    looks.answer();
    assert.equal(await other, 2);
  });
});
