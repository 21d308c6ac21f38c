import assert from "node:assert/strict";
import type { Engine } from "../../provider/core/run/ports";
import { Configuration } from "../../provider/settings/configuration";

function told(values: Record<string, unknown>) {
  const lines: string[] = [];
  const engine: Engine = {
    isAlive: async () => true,
    status: () => {},
    log: (severity, urn, message) => lines.push(`${severity} ${urn}: ${message}`),
  };
  const configuration = new Configuration(engine);
  configuration.configured = { get: (key) => values[key], all: values };
  return { configuration, lines };
}
const eu = { "cleanroomsml:region": "eu-west-1" };

describe("what a host is told of the configuration", () => {
  it("is an issue of a check where a setting cannot be used, or a key of ours does not exist", async () => {
    const issues = async (values: Record<string, unknown>) => (await told(values).configuration.ofCheck({}, true)).issues;
    assert.deepEqual(await issues(eu), []);
    assert.deepEqual(await issues({ ...eu, "cleanroomsml:maxConcurrentTrainings": "many" }), [
      {
        path: "",
        code: "setting",
        message: "the setting `cleanroomsml:maxConcurrentTrainings` must be a whole number of at least 1",
      },
    ]);
    assert.match(
      (await issues({ ...eu, "cleanroomsml:reigon": "x" }))[0]?.message ?? "",
      /did you mean `cleanroomsml:region`\?$/,
    );
  });

  it("is the limit of a training even where another setting cannot be used", () => {
    const wrong = { "cleanroomsml:maxConcurrentTrainings": "many", "cleanroomsml:maxInstanceHours": "12.5" };
    assert.deepEqual(told(wrong).configuration.instanceHoursLimit(), { limit: 12.5, issues: [] });
    assert.equal(told({ "cleanroomsml:maxInstanceHours": "0" }).configuration.instanceHoursLimit().issues.length, 1);
  });

  it("is read anew with each question", async () => {
    const { configuration } = told({});
    configuration.configured = { get: (key) => Object.entries(eu).find(([name]) => name === key)?.[1] };
    assert.equal((await configuration.ofCheck({}, true)).settings.region, "eu-west-1");
  });

  it("names the keys that are not obeyed once for each host, not once for the process", async () => {
    const values = { ...eu, "aws:insecure": "true" };
    for (const { configuration, lines } of [told(values), told(values)]) {
      await configuration.ofCheck({}, true);
      await configuration.ofCheck({}, true);
      assert.deepEqual(lines, [
        "warning : `aws:insecure`: not obeyed when Clean Rooms ML is called; the documents of pulumi-cleanroomsml say why",
      ]);
    }
  });
});
