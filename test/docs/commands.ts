import assert from "node:assert/strict";
import { prose, texts } from "./blocks";

/** Blocks and commands of the pages that are not run here, and why. */
export const EXCLUDED: Record<string, string> = {
  "npm install pulumi-cleanroomsml @pulumi/pulumi": "run by testing-example.test.ts, which installs the packed package",
  "npm install --save-dev mocha@11 ts-node@10 typescript@5 @types/mocha@10 @types/node@20": "run by testing-example.test.ts",
  "npm install pulumi-cleanroomsml @pulumi/pulumi\npulumi package add ./node_modules/pulumi-cleanroomsml/plugin":
    "run by npm run test:release, over the registry",
  "pulumi package add": "part of that block",
  "npm init --yes": "npm's own, for a folder without a package.json",
  "pulumi plugin install resource cleanroomsml VERSION --server URL": "run by npm run test:release",
  "npm start": "the set-up itself, over the registry: run by .ci/run",
  "npm test": "what runs this",
  "npm run lint": "run by .ci/run",
  "npm run bench": "takes ten minutes: test/bench runs its quickest figures",
  "npm run bench -- --quick": "takes two minutes",
  "npm run bench -- preview up": "takes minutes",
  "npm run bench -- --growth": "takes ten minutes",
  "npm run bench -- --profile preview": "takes a minute, and leaves files in this clone",
  "npm run bench -- --write-docs": "takes twenty minutes, and writes a page",
  "npm run bench -- --help": "run by test/bench/bench.test.ts",
  "npm run pulumi -- ARGS": "ARGS stands for anything; it needs the state of `npm start`",
  "npm run pulumi -- destroy": "it would destroy the stack of this clone's `npm start`",
  "npm run torture -- --runs 500 --seed 20261124": "takes hours",
  "pulumi new typescript": "fetches a template from GitHub; examples/testing stands for its result",
  "npx cleanroomsml": "the name of the command: test/cli runs it",
  "pulumi destroy --target": "a flag's name, not a whole command",
  "aws cleanroomsml get-ml-input-channel": "an operation's name, not a whole command",
};

/** The commands in the pages' text and tables. A word such as `pulumi up` is a command only with an argument. */
export function inlineCommands(): string[] {
  const spans = [...prose().matchAll(/`([^`\n]+)`/g)].map(([, text = ""]) => text);
  const isCommand = (text: string) => /^(npx|npm|pnpm|yarn|node|aws|gh|git) |^pulumi \S+ /.test(text) || text === "npm test";
  // `pulumi config set` is a group of commands.
  return [...new Set(spans.filter((text) => isCommand(text) && text !== "pulumi config set"))];
}

/** The steps of the only workflow. */
export function workflowSteps(): { run: string; isAlways: boolean; env: string | undefined }[] {
  const yaml = texts("yaml").find((text) => text.startsWith("- ")) ?? "";
  return yaml.split(/^- /m).flatMap((step) => {
    const run = /^\s*run: (.*)$/m.exec(step)?.[1];
    return run === undefined
      ? []
      : [{ run, isAlways: /^if: always\(\)$/m.test(step), env: /^\s*env: \{ (.*) \}$/m.exec(step)?.[1] }];
  });
}

/** The only block that a text begins; several pages may have it, if it is the same on all. */
export function block(start: string): string {
  const found = texts("sh").filter((text) => text.startsWith(start));
  assert.equal(found.length, 1, `the pages have ${found.length} blocks that begin with ${start}`);
  return found[0] ?? "";
}

/** The first words of each block that commands.test.ts runs. */
export const SH = [
  "aws cleanroomsml create-ml-input-channel",
  "pulumi config set aws:region",
  "pulumi config set --path",
  "pulumi config set cleanroomsml:maxInstanceHours",
  "pulumi preview --json",
  "pulumi cancel",
  "npx cleanroomsml orphans",
  "pulumi config set cleanroomsml:maxConcurrentTrainings",
  "npx cleanroomsml emulator",
  "pulumi config set cleanroomsml:region",
  "pulumi preview --import-file",
] as const;
/** The commands in the text that commands.test.ts runs. */
export const INLINE = [
  "pulumi config set wait true",
  "pulumi up --replace URN",
  "pulumi state taint URN",
  "npx cleanroomsml emulator --help",
  "npx cleanroomsml orphans",
  "npx cleanroomsml orphans MEMBERSHIP",
  "pulumi up --debug",
  "pulumi preview --diff",
  "pulumi import cleanroomsml:index:TrainingJob NAME ID",
] as const;
