import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Block, blocks, checkout } from "./blocks";
import { errorsOf } from "./compile";

/** What the snippets go on from: the program in README.md. */
const PREAMBLE = `import { TrainedModel as Model, type TrainedModelArgs } from "pulumi-cleanroomsml";
declare const TrainedModel: typeof Model;
declare const membership: string;
declare const inputs: TrainedModelArgs;
declare const churn: Model;
`;

describe("the TypeScript of README.md and docs/", () => {
  it("compiles", function () {
    this.timeout(60_000);
    const sources = blocks("typescript").map((block) => ({
      ...block,
      ...(nameOfFile(block) === undefined ? { before: PREAMBLE } : { name: nameOfFile(block) }),
    }));
    assert.deepEqual(errorsOf(sources), []);
    // A snippet that does not compile is named by its page and line.
    const [error, ...more] = errorsOf([{ where: "docs/some.md:7", before: PREAMBLE, text: "\nchurn.nothing;\n" }]);
    assert.match(error ?? "", /^docs\/some\.md:9 Property 'nothing' does not exist/);
    assert.equal(more.length, 0);
  });

  it("has a program of at most 15 lines in README.md", () => {
    const program = blocks("typescript").find((block) => nameOfFile(block) === "index.ts");
    assert.equal(program?.page, "README.md");
    assert.ok(program.text.trimEnd().split("\n").length - 1 <= 15);
  });

  it("has the files of examples/testing as they are", () => {
    const shown = blocks("typescript").flatMap((block) => {
      const name = nameOfFile(block);
      return name === undefined ? [] : [{ ...block, name }];
    });
    assert.deepEqual(
      shown.map(({ name }) => name),
      ["index.ts", "test/churn.test.ts", "test/mocks.test.ts"],
    );
    for (const { name, text, where } of shown)
      assert.equal(readFileSync(path.join(checkout, "examples", "testing", name), "utf8"), text, where);
  });
});

/** A block whose first line names a file stands for that file. */
function nameOfFile({ text }: Block): string | undefined {
  return /^\/\/ ([\w/.]+\.ts)\n/.exec(text)?.[1];
}
