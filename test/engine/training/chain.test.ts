import assert from "node:assert/strict";
import { Project } from "../harness";
import { byHost } from "../host";
import { isStory } from "../story";

/** A change of a chain's program, and what it does to the chain. */
interface Change {
  what: string;
  /** Inputs and options of base, v2 and v3 that the change puts over the usual ones. */
  changes: string;
  operations: string[];
}

const retrained = ["replace", "create-replacement", "delete-replaced"];
const job = (name: string, ...operations: string[]) => operations.map((operation) => `TrainingJob ${name} ${operation}`);
const waiter = (name: string, ...operations: string[]) => operations.map((operation) => `TrainingWaiter ${name} ${operation}`);
const model = (name: string) => [...job(name, ...retrained), ...waiter(name, ...retrained)];
const all = [...model("base"), ...model("v2"), ...model("v3")];

const changes: Change[] = [
  { what: "nothing", changes: "{}", operations: [] },
  { what: "a tag of the base", changes: `{ base: { tags: { team: "ml" } } }`, operations: job("base", "update") },
  { what: "a hyperparameter of the base", changes: "{ base: { hyperparameters: { epochs: 20 } } }", operations: all },
  {
    what: "a hyperparameter of v2",
    changes: "{ v2: { hyperparameters: { epochs: 20 } } }",
    operations: [...model("v2"), ...model("v3")],
  },
  { what: "the name of v3", changes: `{ v3: { name: "third" } }`, operations: model("v3") },
  { what: "the description of v3", changes: `{ v3: { description: "third" } }`, operations: model("v3") },
  { what: "wait of v2", changes: "{ v2: { wait: false } }", operations: waiter("v2", "update") },
  { what: "the region spelled out", changes: `{ base: { region: "us-east-1" }, v2: { region: "us-east-1" } }`, operations: [] },
  {
    what: "a replacementTrigger of v2",
    changes: `{}, { v2: { replacementTrigger: "again" } }, { v2: { replacementTrigger: "once" } }`,
    operations: [...model("v2"), ...model("v3")],
  },
  { what: "the order of data channels", changes: "{ base: { dataChannels: [...two].reverse() } }", operations: [] },
  {
    what: "a secret of the environment",
    changes: `{ v3: { environment: { TOKEN: pulumi.secret("hush") } } }`,
    operations: model("v3"),
  },
  {
    what: "epochs as text, the count and the mode spelled out",
    changes: `{ base: { hyperparameters: { epochs: "10" }, trainingInputMode: "File", resourceConfig: { volumeSizeInGB: 30, instanceCount: 1, instanceType: "ml.m5.2xlarge" } } }`,
    operations: [],
  },
  {
    what: "customTimeouts",
    changes: `{}, { base: { customTimeouts: { create: "3h", delete: "20m" } } }`,
    // The engine itself keeps them for the plugin.
    operations: byHost({ dynamic: job("base", "update"), plugin: [] }),
  },
  {
    what: "v3 removed",
    changes: "{ v3: null }",
    operations: ["TrainedModel v3 delete", ...job("v3", "delete"), ...waiter("v3", "delete")],
  },
];

/** Every change on a chain of its own: one run makes them all. */
const program = (isChanged: boolean) => `
  const two = ["a", "b"].map((channelName) => ({ ...args.dataChannels[0], channelName }));
  const chain = (prefix, isChanged, changes, opts = {}, usual = {}) => {
    let parent;
    for (const name of ["base", "v2", "v3"]) {
      const change = isChanged ? changes[name] : undefined;
      if (change === null) continue;
      const on = parent ? { incrementalTrainingDataChannels: [{ ...parent.ref, channelName: "parent" }] } : { dataChannels: two };
      parent = new ml.TrainedModel(prefix + name, { ...args, ...on, ...change }, (isChanged ? opts : usual)[name]);
    }
  };
  ${changes.map(({ changes: given }, index) => `chain("c${index}-", ${isChanged}, ${given});`).join("\n")}`;

describe("a chain of models, each trained on the one before", function () {
  this.timeout(240_000);
  isStory(this);
  let project: Project;

  before(async () => {
    const many = 1_000;
    project = await Project.create({ quotas: { jobsPerMembership: many, jobsPerAccount: many, instancesPerAccount: many } });
  });
  after(() => project.close());

  /** What was done to one chain, without its prefix. */
  const doneTo = (operations: Record<string, number>, index: number) =>
    Object.keys(operations)
      .filter((key) => key.includes(` c${index}-`))
      .map((key) => key.replace(`c${index}-`, ""))
      .sort();

  let done: Record<string, number> = {};

  it("does what its preview says, at first", async () => {
    project.program(program(false));
    const operations = await project.planned();
    assert.equal(operations["TrainingJob c0-v3 create"], 1);
    assert.equal(project.service.creates, 3 * changes.length);
    const [base, v2] = [await project.served("c0-base"), await project.served("c0-v2")];
    assert.equal(v2?.trainedModelArn, base?.trainedModelArn);
    assert.match(v2?.versionIdentifier ?? "", /^[0-9a-f-]{36}$/);
  });

  it("does what its preview says for every change", async () => {
    project.program(program(true));
    done = await project.planned();
  });

  it("does what its preview says after a taint and for --replace, and then nothing", async () => {
    const urn = (await project.resource("TrainingJob", "c0-v2")).urn;
    assert.equal((await project.pulumi("state", "taint", "--yes", urn)).code, 0);
    const again = await project.planned("--replace", "**TrainingJob::c1-base");
    assert.deepEqual(doneTo(again, 0), [...model("v2"), ...model("v3")].sort());
    assert.deepEqual(doneTo(again, 1), [...all].sort());
    const trained = project.service.creates;
    const { code, output } = await project.pulumi("up", "--yes", "--skip-preview", "--refresh", "--expect-no-changes");
    assert.equal(code, 0, output);
    assert.equal(project.service.creates, trained);
  });

  describe("for every change", () => {
    for (const [index, { what, operations }] of changes.entries())
      it(`does just what is due for ${what}`, () => assert.deepEqual(doneTo(done, index), [...operations].sort()));
  });
});
