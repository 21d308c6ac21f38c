import assert from "node:assert/strict";
import { Project } from "../harness";
import { byHost } from "../host";

/**
 * Bytes, of the program's own inputs, of the service's answers, and of what Pulumi keeps of any resource, but for the lines of the
 * program, which the component has: here they are those of the tests.
 */
const BOUND = byHost({ dynamic: 8_000, plugin: 5_500 });

describe("the state", function () {
  this.timeout(120_000);
  let project: Project;
  before(async () => {
    project = await Project.create({ trainingSeconds: 0.1 });
  });
  after(() => project.close());

  it(`holds a model in ${BOUND} bytes, and the same for each`, async () => {
    project.program(`for (const name of ["one", "two", "six"]) new ml.TrainedModel(name, args);`);
    await project.up();
    const state = await project.state();
    const sizes = ["one", "two", "six"].map((name) => {
      const parts = state.filter(({ urn }) => urn.endsWith(`::${name}`));
      assert.equal(parts.length, 3);
      assert.deepEqual(
        parts.filter((part) => part.stackTrace !== undefined).map(({ type }) => type),
        ["cleanroomsml:index:TrainedModel"],
      );
      return Buffer.byteLength(JSON.stringify(parts.map(({ stackTrace: _, ...kept }) => kept)));
    });
    assert.ok(Math.max(...sizes) <= BOUND, String(sizes));
    assert.ok(Math.max(...sizes) - Math.min(...sizes) < 50, String(sizes));
  });
});
