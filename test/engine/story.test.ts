import assert from "node:assert/strict";
import Mocha from "mocha";
import { isStory } from "./story";

describe("a suite that is a story", () => {
  it("has one failure for one step that failed, and keeps no other suite from running", async () => {
    const ran: string[] = [];
    const mocha = new Mocha({ reporter: Mocha.reporters.Base });
    const suiteOf = (name: string, fails: boolean) => {
      const suite = Mocha.Suite.create(mocha.suite, name);
      const step = (title: string, failing = false) =>
        suite.addTest(
          new Mocha.Test(title, () => {
            ran.push(title);
            assert.ok(!failing);
          }),
        );
      isStory(suite);
      step(`${name} 1`);
      step(`${name} 2`, fails);
      step(`${name} 3`);
      step(`${name} 4`);
    };
    suiteOf("broken", true);
    suiteOf("whole", false);
    const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
      const runner = mocha.run(() => resolve(runner.stats));
    });
    assert.deepEqual(ran, ["broken 1", "broken 2", "whole 1", "whole 2", "whole 3", "whole 4"]);
    assert.equal(stats?.failures, 1);
    assert.equal(stats?.pending, 2);
  });
});
