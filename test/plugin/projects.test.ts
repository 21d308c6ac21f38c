import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pages, texts } from "../docs/blocks";
import type { Project } from "../engine/harness";
import { checkout } from "../folders";
import { eachInYaml } from "./yaml-models";

const languages = ["yaml", "python", "go"];
const textOf = (...name: string[]) => readFileSync(path.join(checkout, "examples", ...name), "utf8");

describe("examples/yaml, examples/python and examples/go", () => {
  it("are installed as docs/plugin.md says, and name the plugin as it does", () => {
    const install = texts("sh").find((text) => text.includes("pulumi package add")) ?? assert.fail();
    for (const language of languages) {
      assert.ok(textOf(language, "README.md").includes(`\`\`\`sh\n${install}\`\`\``), language);
      assert.match(
        textOf(language, "Pulumi.yaml"),
        /^packages:\n {2}cleanroomsml: \.\/node_modules\/pulumi-cleanroomsml\/plugin$/m,
      );
    }
    assert.ok(texts("yaml").includes(textOf("yaml", "Pulumi.yaml")), "docs/plugin.md shows examples/yaml as it stands");
  });

  it("give the model of README.md's quick start", () => {
    const [, program = ""] = /```typescript\n(.*?)```/s.exec(pages.get("README.md") ?? "") ?? [];
    const values = [...program.matchAll(/"([\w./: -]+)"|: ([\d.]+)\b/g)].map(([, text, number = ""]) => text ?? number);
    const own = values.filter((value) => value !== "pulumi-cleanroomsml");
    assert.ok(own.length > 8, program);
    for (const [folder, file] of [
      ["yaml", "Pulumi.yaml"],
      ["python", "__main__.py"],
      ["go", "main.go"],
    ] as const) {
      const text = textOf(folder, file).toLowerCase().replaceAll("_", ".");
      for (const value of own) assert.ok(text.includes(value.toLowerCase()), `${file}: ${value}`);
    }
  });
});

describe("examples/yaml, with the real engine", function () {
  this.timeout(60_000);
  let project: Project;

  eachInYaml(async (made) => {
    project = made;
    await project.take(path.join(checkout, "examples", "yaml"));
  });

  it("trains once, and is destroyed", async () => {
    assert.match((await project.pulumi("preview")).output, /trains: at most 1 instance-hour[\s\S]*\+ 4 to create/);
    assert.match((await project.up()).output, /status: "ACTIVE"/);
    await project.up("--expect-no-changes");
    assert.equal(project.service.creates, 1);
    assert.equal((await project.pulumi("destroy", "--yes", "--skip-preview")).code, 0);
    assert.equal(project.service.models()[0]?.status, "INACTIVE");
  });
});
