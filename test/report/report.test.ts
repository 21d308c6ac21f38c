import assert from "node:assert/strict";
import { gated } from "../../provider/report/gates";
import { forMembers } from "../../provider/report/members";
import { lines, report } from "./previews";

const hour = "`at most 1 instance-hour (1 × ml.m5.2xlarge × 1 h)`";
const head = ["| | model | why | use |", "|---|---|---|---|"];

describe("the report of a real preview", () => {
  it("says in one line that nothing changes", () => {
    assert.deepEqual(lines(report("unchanged")), [
      "### Trained models of `dev`: no changes",
      "",
      "17 resources of any kind unchanged.",
    ]);
    assert.equal(lines(report("unchanged-listed")).at(-1), "5 models unchanged.");
  });

  it("says what a new model uses", () => {
    assert.deepEqual(lines(report("new")), [
      "### Trained models of `dev`: **1 training**, at most 1 instance-hour",
      "",
      ...head,
      `| **trains** | \`churn\` | new | ${hour} |`,
    ]);
  });

  it("says what trains when the base of a chain does", () => {
    assert.deepEqual(lines(report("chain")).slice(0, 8), [
      "### Trained models of `dev`: **3 trainings**, at most 3 instance-hours",
      "",
      ...head,
      `| **trains again** | \`base\` | \`hyperparameters.epochs\` \`10\` → \`20\`; the old output is deleted: OLD | ${hour} |`,
      `| **trains again** | \`next\` on \`base\` | \`base\` trains again; the old output is deleted: OLD | ${hour} |`,
      `| **trains again** | \`third\` on \`next\` | \`next\` trains again; the old output is deleted: OLD | ${hour} |`,
      "",
    ]);
    assert.equal(lines(report("chain"))[8], "Training `base` again trains `next` and `third` too.");
  });

  it("sums up a stack of all kinds, what trains first and other resources in one line", () => {
    const found = lines(report("mixed"));
    assert.equal(
      found[0],
      "### Trained models of `dev`: **4 trainings**, at most 2019 instance-hours, **not all with a bound**; 1 updated, 1 deleted",
    );
    assert.deepEqual(found.slice(7, 10), [
      "| **trains** | `fresh` | new | `no bound set: up to 28 days, 2016 instance-hours (3 × ml.g5.12xlarge × 28 days)`; its own limit: 2016 |",
      "| **deleted** | `old` | its output is lost: OLD |  |",
      "| updated | `churn` | `tags.team` `[not set]` → `ml\\|ops` |  |",
    ]);
    assert.equal(found.at(-1), "Other resources: 1 to create, 1 to delete.");
    assert.ok(found.length < 30, `${found.length} lines`);
  });

  it("trains nothing for a tag", () => {
    assert.equal(lines(report("tags"))[0], "### Trained models of `dev`: nothing trains, 1 updated");
  });

  it("says what is lost with a deleted model, and what stays on which", () => {
    const found = report("delete");
    assert.deepEqual(
      found.models.map(({ name, kind }) => `${kind} ${name}`),
      ["delete churn", "delete old"],
    );
    assert.match(found.models[0]?.loses?.id ?? "", /^arn:aws:cleanrooms-ml:.*\/trained-model\//);
  });

  it("shows no secret, only that it changed", () => {
    const found = report("secret");
    assert.deepEqual(found.models[0]?.reasons, [{ path: "environment.TOKEN", before: "[secret]", after: "[secret]" }]);
    assert.doesNotMatch(JSON.stringify(found), /hunter2/);
  });

  it("says what a preview failed for, without Pulumi's frame around it", () => {
    assert.deepEqual(lines(report("refused")), [
      "### Trained models of `dev`: the preview failed",
      "",
      "**What went wrong**",
      "",
      "- `churn`: ``hyperparamters is not an input of a trained model; did you mean `hyperparameters`?``",
      "- `churn`: `dataChannels must not be empty`",
    ]);
    assert.deepEqual(lines(report("throws")).slice(4), [
      "- `Running program '/project/index.js' failed with an unhandled exception: Error: boom | <b>@octocat</b>`",
    ]);
  });
});

describe("the gates of a pipeline", () => {
  const breaches = (name: string, gates: Parameters<typeof gated>[1]) => gated(report(name), gates).breaches;

  it("hold the hours of all trainings together", () => {
    assert.deepEqual(breaches("chain", { failOn: [], maxInstanceHours: 3 }), []);
    assert.deepEqual(breaches("chain", { failOn: [], maxInstanceHours: 2.5 }), [
      "up to 3 instance-hours, and at most 2.5 are allowed",
    ]);
  });
  it("name what would train, and what would be deleted", () => {
    assert.deepEqual(breaches("chain", { failOn: ["train", "delete"] }), [
      "trains base, next, third",
      "deletes the output of base, next, third",
    ]);
    assert.deepEqual(breaches("delete", { failOn: ["train", "delete"] }), ["deletes the output of churn, old"]);
    assert.deepEqual(breaches("tags", { failOn: ["train", "delete"] }), []);
  });
  it("let nothing through that nobody could look at", () => {
    assert.equal(breaches("refused", { failOn: ["train"] }).length, 1);
    assert.deepEqual(breaches("refused", { failOn: [] }), []);
  });
});

describe("the report for other members", () => {
  for (const name of ["chain", "mixed", "secret", "refused", "throws", "tags"]) {
    it(`holds no hyperparameter, variable or tag of ${name}`, () => {
      const text = JSON.stringify(forMembers(report(name)));
      assert.doesNotMatch(text, /epochs|TOKEN|tags\.team|hunter|octocat|did you mean/);
    });
  }
  it("still says that something of them changed", () => {
    assert.deepEqual(forMembers(report("chain")).models[0]?.reasons, [
      { path: "hyperparameters", before: "[not shown]", after: "[not shown]" },
    ]);
  });
});
