/** The examples in the descriptions of the schema: one program in YAML each, and what is made of it in the other languages. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../set-up/folders.mjs";

export const folder = path.join(checkout, "scripts", "schema", "examples");

/** How the file of each language ends, in the order in which the Pulumi Registry shows them. */
export const endings = { typescript: "ts", python: "py", csharp: "cs", go: "go", java: "java", yaml: "yaml" };

/** Each has its title, and the program in examples/. */
const EXAMPLES = {
  TrainedModel: { "A model": "trained-model", "A model that goes on from another": "chain" },
  TrainingJob: { "A training and the wait for it": "job-and-waiter" },
  TrainingWaiter: { "A training and the wait for it": "job-and-waiter" },
  MlConfiguration: { "Where logs and outputs go": "ml-configuration" },
  Provider: { "Another region, with a role": "other-region" },
};

/** The names of the programs. */
export const exampleNames = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => path.basename(file, ".yaml"));

/**
 * The examples of a resource as the Pulumi Registry reads them.
 *
 * @param {string} resource
 */
export function exampleSection(resource) {
  const examples = Object.entries(EXAMPLES[resource]).map(([title, name]) => `### ${title}\n\n${chooserOf(name)}`);
  return `{{% examples %}}\n## Example Usage\n\n${examples.map(asExample).join("\n\n")}\n{{% /examples %}}`;
}

/**
 * A program in every language, of which a reader sees the one of their choice.
 *
 * @param {string} name
 */
export function chooserOf(name) {
  const blocks = Object.entries(endings).map(([language, ending]) => `\`\`\`${language}\n${programOf(name, ending)}\`\`\``);
  return `<!--Start PulumiCodeChooser -->\n${blocks.join("\n")}\n<!--End PulumiCodeChooser -->`;
}

/**
 * @param {string} name
 * @param {string} ending
 */
export function programOf(name, ending) {
  const file = path.join(folder, `${name}.${ending}`);
  if (!existsSync(file)) throw new Error(`the example ${name} has no .${ending}: run node scripts/examples.mjs`);
  return readFileSync(file, "utf8");
}

const asExample = (text) => `{{% example %}}\n${text}\n{{% /example %}}`;
