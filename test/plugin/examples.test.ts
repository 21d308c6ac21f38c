import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { errorsOf } from "../docs/compile";
import { checkout } from "../folders";

const folder = path.join(checkout, "scripts", "schema", "examples");
const schema = JSON.parse(readFileSync(path.join(checkout, "plugin", "schema.json"), "utf8"));
const files = readdirSync(folder);
const names = files.filter((file) => file.endsWith(".yaml")).map((file) => path.basename(file, ".yaml"));
const textOf = (file: string) => readFileSync(path.join(folder, file), "utf8");

/** Every name that a program may write: the inputs and outputs of resources and types. */
const known = new Set(
  [...Object.values<Record<string, object>>(schema.resources), ...Object.values<Record<string, object>>(schema.types)]
    .concat(schema.provider)
    .flatMap(({ inputProperties = {}, properties = {} }) => [...Object.keys(inputProperties), ...Object.keys(properties)]),
);
const classes = [...Object.keys(schema.resources), ...Object.keys(schema.types)].map((token) => token.split(":").at(-1));

describe("the examples of the schema", () => {
  it("are there in every language", () => {
    const wanted = names.flatMap((name) => ["cs", "go", "java", "py", "ts", "yaml"].map((ending) => `${name}.${ending}`));
    assert.deepEqual(files.sort(), wanted.sort());
  });

  it("are shown with each resource, as the Pulumi Registry reads them", () => {
    for (const { description } of [...Object.values<{ description: string }>(schema.resources), schema.provider]) {
      const fences = [...description.matchAll(/^```(\w+)$/gm)].map(([, language]) => language);
      assert.deepEqual(fences.slice(0, 6), ["typescript", "python", "csharp", "go", "java", "yaml"]);
      const count = (text: string) => description.split(text).length - 1;
      assert.equal(count("{{% examples %}}"), 1);
      assert.equal(count("{{% /examples %}}"), 1);
      assert.equal(count("{{% example %}}"), count("<!--Start PulumiCodeChooser -->"));
      assert.equal(count("<!--End PulumiCodeChooser -->"), count("<!--Start PulumiCodeChooser -->"));
    }
  });

  it("compile in TypeScript against the classes of the package", () => {
    const sources = names.map((name) => ({ where: `${name}.ts:0`, text: textOf(`${name}.ts`), name: `${name}.ts` }));
    assert.deepEqual(errorsOf(sources), []);
  }).timeout(60_000);

  // Java's generator is to be had as source alone: these are written by hand.
  for (const name of names)
    it(`say in Java what ${name} says in YAML, in names that the schema has`, () => {
      const java = textOf(`${name}.java`);
      const ofPulumi = ["builder", "build", "run", "export", "format", "of", "id", "applyValue", "orElse"];
      const calls = [...java.matchAll(/\.(\w+)\(/g)].map(([, call = ""]) => call).filter((call) => !ofPulumi.includes(call));
      assert.deepEqual(
        calls.filter((call) => !known.has(call)),
        [],
      );
      for (const [, type = ""] of java.matchAll(/com\.pulumi\.cleanroomsml\.(?:inputs\.)?(\w+?)(?:Args)?;/g))
        assert.ok(type === "Provider" || classes.includes(type), type);
      const yaml = textOf(`${name}.yaml`);
      const properties = [...yaml.matchAll(/^\s+(?:- )?(\w+): ?/gm)].map(([, key = ""]) => key).filter((key) => known.has(key));
      // A constant is none of the schema's names, and an output is a text of the program.
      const written = new Set([...calls, ...(java.includes("hyperparameters") ? ["epochs"] : [])]);
      assert.deepEqual(
        properties.filter((property) => !written.has(property)),
        [],
      );
      for (const value of [...yaml.matchAll(/: (?!cleanroomsml:|pulumi:|\$)([\w.:/-]+)$/gm)].map(([, text = ""]) => text))
        assert.ok(java.includes(value), value);
    });
});
