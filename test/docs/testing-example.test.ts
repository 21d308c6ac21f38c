import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isStory } from "../engine/story";
import { checkout, texts } from "./blocks";

type Capture = (command: string, args: string[], options: object) => Promise<{ code: number; output: string }>;

/** As README.md and docs/testing.md say it: a project of a user's, with the package as it would be published and the rest from npm's registry. */
describe("examples/testing, in a folder of its own with the packed package", function () {
  this.timeout(300_000);
  isStory(this);
  const folder = mkdtempSync(path.join(tmpdir(), "testing-example-"));
  const project = path.join(folder, "project");
  const manifest = path.join(project, "package.json");
  const declared: Manifest = manifestOf(path.join(checkout, "examples", "testing", "package.json"));
  let run: (line: string) => Promise<string>;

  before(async () => {
    const { capture }: { capture: Capture } = await import(path.join(checkout, "scripts", "set-up", "run.mjs"));
    const env = environment(folder);
    run = async (line) => {
      const { code, output } = await capture(line, [], { cwd: project, env, shell: true, limitMs: 200_000 });
      assert.equal(code, 0, `${line}\n${output}`);
      return output;
    };
    mkdirSync(project);
    await run(`npm pack "${checkout}" --ignore-scripts --pack-destination "${folder}"`);
    const isShipped = (name: string) => path.basename(name) !== "node_modules";
    cpSync(path.join(checkout, "examples", "testing"), project, { recursive: true, filter: isShipped });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is installed by the two lines of the pages, which name all that its package.json names", async () => {
    writeFileSync(manifest, JSON.stringify({ ...declared, dependencies: {}, devDependencies: {} }));
    const all = texts("sh").flatMap((text) => text.split("\n").filter((line) => line.startsWith("npm install ")));
    const lines = [...new Set(all)];
    assert.equal(lines.length, 2);
    const tarball = path.join(folder, `pulumi-cleanroomsml-${manifestOf(path.join(checkout, "package.json")).version}.tgz`);
    for (const line of lines) await install(line.replace("pulumi-cleanroomsml", `"${tarball}"`));
    const installed = manifestOf(manifest);
    assert.deepEqual(Object.keys(installed.dependencies), Object.keys(declared.dependencies));
    assert.deepEqual(Object.keys(installed.devDependencies), Object.keys(declared.devDependencies));
    // Its own ranges, over what is there: npm finds nothing to change.
    writeFileSync(manifest, JSON.stringify({ ...declared, dependencies: { ...declared.dependencies, ...ours(installed) } }));
    assert.match(await install("npm install"), /^up to date/m);
  });

  it("has no type error", () => run("npx --no-install tsc --noEmit"));

  it("passes its tests", async () => {
    assert.match(await run("npm test"), /^ *3 passing/m);
  });

  async function install(line: string): Promise<string> {
    return run(`${line} --prefer-offline --no-audit --no-fund`).catch((error: Error) => {
      throw new Error(`This test installs packages: npm has to reach its registry.\n${error.message}`);
    });
  }
});

interface Manifest {
  version?: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

function manifestOf(file: string): Manifest {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The packed package's place. */
const ours = ({ dependencies }: Manifest) =>
  Object.fromEntries(Object.entries(dependencies).filter(([name]) => name === "pulumi-cleanroomsml"));

/** Nothing of the user's own Pulumi or AWS; nor what `npm test` told this process of this project. */
function environment(folder: string): NodeJS.ProcessEnv {
  const cli = process.env.CLEANROOMSML_PULUMI;
  assert.ok(cli, "run these tests through `npm test`: it finds or builds the Pulumi CLI");
  const isOwn = (name: string) => /^(PULUMI_|AWS_|npm_(package|lifecycle|config_local)|TS_NODE_|CLEANROOMSML_)/.test(name);
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOwn(name))),
    PATH: [path.dirname(cli), process.env.PATH].join(path.delimiter),
    PULUMI_HOME: path.join(folder, "home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
}
