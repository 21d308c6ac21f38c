import assert from "node:assert/strict";
import path from "node:path";
import { type Finished, Project } from "../harness";
import { isStory } from "../story";
import { at, fullInputs, type Place, places } from "./leaves";

const secretKey = "4dabf18193072939515e22adb298388d";

interface Settings {
  edition: number;
  generation: number;
  secret: boolean;
  tag: string;
}

/** A model for every place of the inputs, whose value there comes from another resource. */
const program = (all: Place[], settings: Settings) => `
  const { edition, generation, secret, tag } = ${JSON.stringify(settings)};
  const values = ${JSON.stringify(all.map(({ values }) => values))};
  const source = new (class Source extends pulumi.dynamic.Resource {
    constructor() {
      super({
        diff: async (id, olds, news) => ({
          changes: olds.edition !== news.edition || olds.generation !== news.generation,
          replaces: olds.generation === news.generation ? [] : ["generation"],
        }),
        create: async (inputs) => ({ id: "source-" + inputs.generation, outs: { ...inputs, given: inputs.values } }),
        update: async (id, olds, news) => ({ outs: { ...news, given: news.values } }),
      }, "source", { edition, generation, given: undefined, values: pulumi.secret(values.map((two) => two[generation - 1])) }, { additionalSecretOutputs: ["given"] });
    }
  })();
  const put = (value, [key, ...rest], leaf) => {
    if (key === undefined) return leaf;
    const copy = Array.isArray(value) ? [...value] : { ...value };
    copy[key] = put(copy[key], rest, leaf);
    return copy;
  };
  const around = ${JSON.stringify(fullInputs(3))};
  const parents = {
    base: new ml.TrainedModel("base", { ...args, name: "base" }),
  };
  parents.version = new ml.TrainedModel("version", { ...args, name: "version", incrementalTrainingDataChannels: [{ ...parents.base.ref, channelName: "base" }] });
  const given = (index) => (secret ? source.given : pulumi.unsecret(source.given)).apply((all) => all[index]);
  const train = (name, path, leaf) => {
    const own = { ...args, name: name + "-" + generation, tags: { tag } };
    if (path.length > 1) own[path[0]] = { ...around[path[0]], ...(path[0] === "tags" ? { tag } : {}) };
    if (Array.isArray(around[path[0]])) own[path[0]] = around[path[0]];
    return new ml.TrainedModel(name, put(own, path, leaf), { retainOnDelete: true });
  };
  const paths = ${JSON.stringify(all.map(({ path }) => path))};
  exports.echo = paths.map((path, index) => train("leaf-" + index, path, given(index))[path[0]]);
  const wrap = (output) => {
    const moving = source.given.apply(() => output);
    return secret ? pulumi.secret(moving) : pulumi.unsecret(moving);
  };
  for (const key of ["trainedModelArn", "versionIdentifier", "channelName"]) {
    const channel = { ...parents.version.ref, channelName: "planted-parent" };
    channel[key] = wrap(channel[key]);
    new ml.TrainedModel("parent-" + key, { ...args, name: "parent-" + key + "-" + generation, tags: { tag }, incrementalTrainingDataChannels: [channel] });
  }`;

describe("unknown and secret inputs, at every place of them", function () {
  this.timeout(240_000);
  isStory(this);
  const all = places();
  const isTags = (place: Place) => place.path[0] === "tags";
  const texts = all.flatMap(({ path: [top], values }) =>
    top === "membershipIdentifier" ? [] : values.filter((value) => typeof value === "string" && /planted|9898/.test(value)),
  ) as string[];
  const names = [...all.keys()].map((index) => `leaf-${index}`);
  const parents = ["parent-trainedModelArn", "parent-versionIdentifier", "parent-channelName"];
  const seen: Finished[] = [];
  let project: Project;

  const set = (settings: Settings) => {
    project.program(program(all, settings));
    // Runs without secrets leave their logs elsewhere.
    project.env.PULUMI_HOME = path.join(project.folder, settings.secret ? "home" : "open");
  };
  /** A run whose output is searched afterwards. */
  const run = async (...args: string[]) => {
    const finished = await project.pulumi(...args);
    seen.push(finished);
    return finished;
  };
  const replacedIn = (operations: Record<string, number>) =>
    [...names, ...parents].filter((name) => operations[`TrainingJob ${name} replace`]);

  before(async () => {
    const many = 1_000;
    project = await Project.create({
      quotas: { jobsPerMembership: many, jobsPerAccount: many, instancesPerAccount: many },
    });
  });
  after(() => project.close());

  it("previews a create with an unknown at each place", async () => {
    set({ edition: 1, generation: 1, secret: false, tag: "a" });
    const operations = await project.previewed();
    for (const name of [...names, ...parents]) assert.equal(operations[`TrainingJob ${name} create`], 1, name);
    assert.equal(project.service.requests.length, 0);
  });

  it("says nothing secret when the service refuses every create and repeats what it was sent", async () => {
    set({ edition: 1, generation: 1, secret: true, tag: "a" });
    for (const name of ["leaf-*", "parent-*", "planted-*"]) {
      const code = "ValidationException";
      project.service.faults.add({ kind: "error", code, echo: true, operation: "CreateTrainedModel", match: { name } });
    }
    const { code, output } = await run("up", "--yes", "--skip-preview", "--continue-on-error");
    assert.notEqual(code, 0);
    assert.match(output, /\[secret\]/);
    assert.equal(project.service.creates, 2);
    project.service.faults.clear();
  });

  it("says nothing secret when every training fails with a message that repeats an input", async () => {
    for (const [
      index,
      {
        path: [top],
        values,
      },
    ] of all.entries()) {
      const name = top === "name" ? String(values[0]) : `leaf-${index}-1`;
      project.service.faults.add({
        kind: "fail-training",
        message: `the container said ${JSON.stringify(values[0])}`,
        match: { name },
      });
    }
    const { code, output } = await run("up", "--yes", "--skip-preview", "--continue-on-error");
    assert.notEqual(code, 0);
    assert.match(output, /the container said .*\[secret\]/);
    assert.equal(project.service.creates, 2 + all.length + parents.length);
  });

  it("previews an update of the source as no replacement, beside a change of tags", async () => {
    set({ edition: 2, generation: 1, secret: false, tag: "b" });
    const operations = await project.previewed();
    assert.equal(operations["Resource source update"], 1);
    assert.deepEqual(replacedIn(operations), []);
    for (const name of names) assert.equal(operations[`TrainingJob ${name} update`], 1, name);
  });

  it("previews a new source as a replacement, of tags as an update", async () => {
    // Names stay, or each would be a reason of its own.
    set({ edition: 1, generation: 1, secret: false, tag: "a" });
    const { code, stdout, output } = await project.pulumi("preview", "--json", "--replace", "**::source");
    assert.equal(code, 0, output);
    const steps: { op: string; urn: string; replaceReasons?: string[] }[] = JSON.parse(stdout).steps;
    for (const [index, place] of all.entries()) {
      const job = steps.find(({ urn, op }) => urn.endsWith(`TrainingJob::leaf-${index}`) && /^(same|update|replace)$/.test(op));
      assert.equal(job?.op, isTags(place) ? "update" : "replace", place.path.join("."));
    }
  });

  it("says nothing secret when an update of tags is refused, nor when a replacement trains", async () => {
    set({ edition: 1, generation: 1, secret: true, tag: "b" });
    const code = "ValidationException";
    project.service.faults.add({ kind: "error", code, echo: true, operation: "TagResource" });
    assert.notEqual((await run("up", "--yes", "--skip-preview", "--continue-on-error")).code, 0);
    project.service.faults.clear();
    set({ edition: 2, generation: 2, secret: true, tag: "c" });
    const { code: done, output } = await run("up", "--yes", "--skip-preview");
    assert.equal(done, 0, output);
    assert.equal((await run("refresh", "--yes", "--skip-preview")).code, 0);
    set({ edition: 2, generation: 2, secret: true, tag: "d" });
    assert.equal((await run("preview", "--json")).code, 0);
    seen.push(await project.pulumi("stack", "export"));
    const everything = [project.writtenText(), ...seen.map(({ output: text }) => text)].join("\n");
    assert.deepEqual(
      texts.filter((text) => everything.includes(text)),
      [],
    );
  });

  it("keeps each secret as one, at its place in the state", async () => {
    for (const [index, { path: place }] of all.entries()) {
      const { inputs, outputs } = await project.resource("TrainingJob", `leaf-${index}`);
      for (const bag of [inputs, outputs]) {
        const above = place.map((_, depth) => at(bag, place.slice(0, depth + 1)) as Record<string, unknown> | undefined);
        assert.ok(
          above.some((value) => value?.[secretKey] !== undefined),
          place.join("."),
        );
      }
    }
  });

  it("gives each secret to the program that asks for it", async () => {
    const { stdout, output } = await project.pulumi("stack", "output", "--json", "--show-secrets");
    const { echo } = JSON.parse(stdout);
    for (const [index, { path: place, values }] of all.entries()) {
      const found = at(echo[index], place.slice(1));
      const isSame =
        typeof values[1] === "object" ? JSON.stringify(found).includes("planted") || found : String(found) === String(values[1]);
      assert.ok(isSame, `${place.join(".")}: ${output.slice(0, 200)}`);
    }
  });
});
