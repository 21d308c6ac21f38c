import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { parsedYaml, type Yaml } from "../../provider/utils/project-file";

const ofMocha: Yaml = createRequire(require.resolve("mocha/package.json"))("js-yaml");
const safeLoad = (): never => assert.fail("is removed in js-yaml 4");
const libraries: Record<string, () => Yaml> = {
  "version 3, which the SDK has": () => createRequire(require.resolve("@pulumi/pulumi/package.json"))("js-yaml"),
  "a later one": () => ofMocha,
  "one that throws for what it no longer has": () => ({ load: ofMocha.load, safeLoad }) as Yaml,
};

describe("the file of a project", () => {
  for (const [library, yaml] of Object.entries(libraries)) {
    it(`is read with js-yaml: ${library}`, () => {
      const path = "./node_modules/pulumi-cleanroomsml/plugin";
      const text = `name: shop\nruntime: nodejs\npackages:\n  cleanroomsml: ${path}\n`;
      assert.deepEqual(parsedYaml(text, yaml), { name: "shop", runtime: "nodejs", packages: { cleanroomsml: path } });
      assert.equal(parsedYaml("name: [shop", yaml), undefined);
      // Nothing that runs.
      assert.equal(parsedYaml("name: !!js/function 'function () {}'", yaml), undefined);
    });
  }
});
