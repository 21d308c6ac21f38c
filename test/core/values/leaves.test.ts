import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultAt } from "../../../provider/core/values/input-shape";
import { aligned, type Leaves, leavesOf } from "../../../provider/core/values/leaves";
import { elementOf } from "../../../provider/core/values/paths";
import { UNKNOWN } from "../../../provider/core/values/unknown";
import { trainedModelShape } from "../../../provider/kinds/trained-model/shape";

const { defaultValues, namedLists } = trainedModelShape;

/** Leaves as a plain object of values. */
function valuesOf(leaves: Leaves): Record<string, unknown> {
  return Object.fromEntries([...leaves].map(([path, { value }]) => [path, value]));
}

/** Leaves of channels with these names, each with its name in its ARN. */
function channels(...names: unknown[]): Leaves {
  return leavesOf({
    dataChannels: names.map((channelName) => ({ channelName, mlInputChannelArn: `arn of ${String(channelName)}` })),
  });
}

/** The names in their order, as `aligned` leaves it; a gap where no channel is. */
function namesIn(leaves: Leaves): unknown[] {
  const names: unknown[] = [];
  for (const [path, { value }] of leaves) {
    const index = /^dataChannels\[(\d+)\]\.channelName$/.exec(path)?.[1];
    if (index === undefined) continue;
    names[Number(index)] = value;
    assert.equal(leaves.get(`dataChannels[${index}].mlInputChannelArn`)?.value, `arn of ${String(value)}`);
  }
  return Array.from(names);
}

describe("leavesOf", () => {
  it("gives each value that holds no others its property path", () => {
    const leaves = leavesOf({
      name: "churn",
      hyperparameters: { epochs: "10", "a.b": "1" },
      dataChannels: [{ channelName: "a" }, { channelName: "b" }],
    });
    assert.deepEqual(valuesOf(leaves), {
      name: "churn",
      "hyperparameters.epochs": "10",
      'hyperparameters["a.b"]': "1",
      "dataChannels[0].channelName": "a",
      "dataChannels[1].channelName": "b",
    });
  });

  it("has nothing for what is empty or undefined, and keeps what is unknown whole", () => {
    assert.deepEqual(valuesOf(leavesOf({ environment: {}, dataChannels: [], name: undefined })), {});
    assert.deepEqual(valuesOf(leavesOf({ resourceConfig: UNKNOWN })), { resourceConfig: UNKNOWN });
  });

  it("has nothing for a default spelled out, and only for that", () => {
    const channel = { s3DataDistributionType: "FullyReplicated" };
    const inputs = { resourceConfig: { instanceCount: 1 }, trainingInputMode: "File", description: "", dataChannels: [channel] };
    assert.deepEqual(valuesOf(leavesOf(inputs, defaultValues)), {});
    const others = {
      resourceConfig: { instanceCount: 2 },
      trainingInputMode: "Pipe",
      description: "File",
      dataChannels: [{ s3DataDistributionType: "ShardedByS3Key" }],
      hyperparameters: { trainingInputMode: "File", instanceCount: "1", description: "" },
      environment: { s3DataDistributionType: "FullyReplicated" },
      elsewhere: { resourceConfig: { instanceCount: 1 } },
    };
    assert.equal(leavesOf(others, defaultValues).size, 9);
  });

  it("says what the service filled in, at the path and below it", () => {
    const inputs = { stoppingCondition: { maxRuntimeInSeconds: 60 }, resourceConfig: { volumeSizeInGB: 30, instanceCount: 2 } };
    const leaves = leavesOf(inputs, defaultValues, ["stoppingCondition", "resourceConfig.instanceCount"]);
    const filled = [...leaves].filter(([, { isFilled }]) => isFilled).map(([path]) => path);
    assert.deepEqual(filled, ["stoppingCondition.maxRuntimeInSeconds", "resourceConfig.instanceCount"]);
  });
});

describe("defaultAt", () => {
  const known: [path: string, text: string | undefined][] = [
    ["resourceConfig.instanceCount", "1"],
    ["trainingInputMode", "File"],
    ["dataChannels[3].s3DataDistributionType", "FullyReplicated"],
    ["description", undefined],
    ["stoppingCondition.maxRuntimeInSeconds", undefined],
    ["hyperparameters.trainingInputMode", undefined],
  ];
  for (const [path, text] of known)
    it(`says ${text ?? "nothing"} of ${path}`, () => assert.equal(defaultAt(path, trainedModelShape), text));
});

describe("elementOf", () => {
  const elements: [path: string, element: string | undefined][] = [
    ["dataChannels[2].channelName", "dataChannels[2]"],
    ["dataChannels[12]", "dataChannels[12]"],
    ["dataChannels", undefined],
    ["resourceConfig.instanceType", undefined],
    ['hyperparameters["a[0]"]', undefined],
  ];
  for (const [path, element] of elements) it(`of ${path}: ${element ?? "none"}`, () => assert.equal(elementOf(path), element));
});

describe("aligned", () => {
  const cases: [what: string, recorded: unknown[], wanted: unknown[], then: unknown[]][] = [
    ["leaves equal lists as they are", ["a", "b"], ["a", "b"], ["a", "b"]],
    ["moves a channel to where its namesake is", ["a", "b", "c"], ["c", "a", "b"], ["c", "a", "b"]],
    ["pairs what has no namesake with what is left over", ["a", "b"], ["c", "a"], ["b", "a"]],
    ["keeps the order of what is left over", ["a", "b", "c"], ["x", "c", "y"], ["a", "c", "b"]],
    ["puts what is taken out behind the others", ["a", "b"], ["b"], ["b", "a"]],
    ["makes room where one is added in front", ["a"], ["b", "a"], [undefined, "a"]],
    ["pairs equal names one to one", ["a", "a"], ["a", "b"], ["a", "a"]],
  ];
  for (const [what, recorded, wanted, then] of cases) {
    it(what, () => assert.deepEqual(namesIn(aligned(channels(...recorded), channels(...wanted), namedLists)), then));
  }

  it("looks at each list for itself, and leaves the rest alone", () => {
    const lists = (incremental: string[], data: string[]) =>
      leavesOf({
        incrementalTrainingDataChannels: incremental.map((channelName) => ({
          channelName,
          trainedModelArn: `of ${channelName}`,
        })),
        dataChannels: data.map((channelName) => ({ channelName, s3DataDistributionType: "ShardedByS3Key" })),
        hyperparameters: { "dataChannels[0]": "1" },
      });
    assert.deepEqual(valuesOf(aligned(lists(["p", "b"], ["a", "b"]), lists(["b", "p"], ["b", "a"]), namedLists)), {
      "incrementalTrainingDataChannels[1].channelName": "p",
      "incrementalTrainingDataChannels[1].trainedModelArn": "of p",
      "incrementalTrainingDataChannels[0].channelName": "b",
      "incrementalTrainingDataChannels[0].trainedModelArn": "of b",
      "dataChannels[1].channelName": "a",
      "dataChannels[1].s3DataDistributionType": "ShardedByS3Key",
      "dataChannels[0].channelName": "b",
      "dataChannels[0].s3DataDistributionType": "ShardedByS3Key",
      'hyperparameters["dataChannels[0]"]': "1",
    });
  });

  it("knows no namesake of a channel without a name", () => {
    const recorded = leavesOf({ dataChannels: [{ mlInputChannelArn: "one" }] });
    const wanted = leavesOf({ dataChannels: [{ channelName: "a" }, { mlInputChannelArn: "two" }] });
    assert.deepEqual(valuesOf(aligned(recorded, wanted, namedLists)), { "dataChannels[0].mlInputChannelArn": "one" });
  });

  it("loses no leaf and changes no value, whatever the names", () => {
    const names = fc.array(fc.constantFrom("a", "b", "c", "d", UNKNOWN), { maxLength: 5 });
    fc.assert(
      fc.property(names, names, (before, after) => {
        const [recorded, wanted] = [channels(...before), channels(...after)];
        const moved = aligned(recorded, wanted, namedLists);
        assert.equal(moved.size, recorded.size);
        assert.deepEqual([...moved.values()], [...recorded.values()]);
      }),
    );
  });
});
