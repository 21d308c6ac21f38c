import assert from "node:assert/strict";
import { Project } from "../harness";

describe("a transform on the component", function () {
  this.timeout(240_000);
  let project: Project;

  beforeEach(async () => {
    project = await Project.create({ quotas: { jobsPerMembership: 10 } });
  });
  afterEach(() => project.close());

  const tag = (key: string) => `(given) => given.type !== "cleanroomsml:index:TrainedModel" ? undefined
    : { props: { ...given.props, tags: { ...given.props.tags, ${key}: "yes" } }, opts: given.opts }`;

  /** The tags that the service has, without ours. */
  async function tags(name = "churn"): Promise<Record<string, string>> {
    const all = Object.entries((await project.served(name))?.tags ?? {});
    return Object.fromEntries(all.filter(([key]) => !key.startsWith("cleanroomsml:")));
  }

  const kinds: [string, string][] = [
    ["of the stack", `pulumi.runtime.registerResourceTransform(${tag("x")});`],
    ["of the model itself", `opts.transforms = [${tag("x")}];`],
    ["of a parent", `opts.parent = new pulumi.ComponentResource("acme:index:Team", "team", {}, { transforms: [${tag("x")}] });`],
    ["of the stack, of the older kind", `pulumi.runtime.registerStackTransformation(${tag("x")});`],
    ["of the model itself, of the older kind", `opts.transformations = [${tag("x")}];`],
  ];

  for (const [kind, registered] of kinds) {
    it(`${kind} tags the model, beside the program's tags, and is no change in the next update`, async () => {
      project.program(`
        const opts = {};
        ${registered}
        new ml.TrainedModel("churn", { ...args, tags: { own: "1", x: "no" } }, opts);
        new ml.TrainedModel("bare", args, opts);`);
      await project.planned();
      assert.deepEqual([await tags(), await tags("bare")], [{ own: "1", x: "yes" }, { x: "yes" }]);
      assert.deepEqual(await project.planned(), {});
      assert.equal(project.service.creates, 2);
    });
  }

  it("that comes later updates the tags in place; taken out, it takes its tags with it; destroy ends well", async () => {
    const program = (transform: string) => project.program(`${transform} new ml.TrainedModel("churn", args);`);
    program("");
    await project.up();
    const before = await project.state();
    const [component] = before.filter(({ type }) => type === "cleanroomsml:index:TrainedModel");
    assert.deepEqual(component?.inputs ?? {}, {});
    program(`pulumi.runtime.registerResourceTransform(${tag("x")});`);
    assert.equal((await project.planned())["TrainingJob churn update"], 1);
    assert.deepEqual(await tags(), { x: "yes" });
    program("");
    assert.equal((await project.planned())["TrainingJob churn update"], 1);
    assert.deepEqual(await tags(), {});
    assert.equal(project.service.creates, 1);
    const { code, output } = await project.pulumi("destroy", "--yes", "--skip-preview");
    assert.equal(code, 0, output);
  });

  it("keeps a secret tag secret, and an unknown one unknown", async () => {
    project.program(`
      class Late extends pulumi.dynamic.Resource {
        constructor() { super({ create: async () => ({ id: "late", outs: { value: "later" } }) }, "late", { value: undefined }); }
      }
      const late = new Late();
      pulumi.runtime.registerResourceTransform((given) => given.type !== "cleanroomsml:index:TrainedModel" ? undefined : {
        props: { ...given.props, tags: { hidden: pulumi.secret("s3cret-tag"), late: late.value } }, opts: given.opts });
      new ml.TrainedModel("churn", { ...args, tags: { own: "1" } });`);
    assert.doesNotMatch((await project.pulumi("preview")).output, /is left out/);
    // In a process of its own: within an inline program the SDK loses what is secret in what a transform returns.
    const { code, output } = await project.start("up", "--yes").finished;
    assert.equal(code, 0, output);
    assert.doesNotMatch(output, /is left out/);
    assert.deepEqual(await tags(), { own: "1", hidden: "s3cret-tag", late: "later" });
    assert.ok(!project.writtenText().includes("s3cret-tag"), "the tag is in the state as plain text");
  });

  it("that sets something else is warned of, with the type to match", async () => {
    const body = (type: string) => `pulumi.runtime.registerResourceTransform((given) => given.type !== "${type}" ? undefined
      : { props: { ...given.props, description: "told" }, opts: given.opts });
      new ml.TrainedModel("churn", args);`;
    project.program(body("cleanroomsml:index:TrainedModel"));
    const { output } = await project.up();
    const type = /sets `description` on the component.*Match the type `([^`]+)`/.exec(output)?.[1];
    assert.ok(type, output);
    assert.equal((await project.served())?.request.description, undefined);
    project.program(body(type));
    assert.doesNotMatch((await project.up()).output, /on the component/);
    assert.equal((await project.served())?.request.description, "told");
  });
});
