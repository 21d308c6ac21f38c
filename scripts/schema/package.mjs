/** Pulumi's schema of the package: what it says of itself, its configuration, its resources and their types. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readClasses, readInterfaces } from "../reference/sources.mjs";
import { checkout } from "../set-up/folders.mjs";
import { enumTypes } from "./enums.mjs";
import { exampleSection } from "./examples.mjs";
import { languages } from "./languages.mjs";
import { objectTypes } from "./object-types.mjs";
import { inputsOf, variablesOf } from "./properties.mjs";
import { resourcesOf } from "./resources.mjs";
import { inEveryLanguage, requireAllSaid } from "./words.mjs";

/** The schema as plugin/schema.json has it. */
export const schemaText = () => `${JSON.stringify(schema(), undefined, 2)}\n`;

/** The schema as data. */
export function schema() {
  const interfaces = readInterfaces();
  const classes = readClasses();
  const provider = [...membersOf(interfaces, "ProviderArgs"), ...membersOf(interfaces, "LimitArgs")];
  const made = {
    ...metadata(),
    config: { variables: variablesOf(provider) },
    types: { ...objectTypes(interfaces), ...enumTypes() },
    provider: {
      description: `${inEveryLanguage(classes.get("Provider"))}\n\n${exampleSection("Provider")}`,
      type: "object",
      ...inputsOf(provider),
    },
    resources: resourcesOf(interfaces, classes),
    language: languages,
  };
  requireAllSaid();
  return made;
}

/** What package.json says too. */
function metadata() {
  const { version, description, license, homepage, repository, keywords } = JSON.parse(
    readFileSync(path.join(checkout, "package.json"), "utf8"),
  );
  return {
    name: "cleanroomsml",
    displayName: "AWS Clean Rooms ML",
    version,
    description,
    keywords: [...keywords.filter((word) => word !== "dynamic-provider"), "category/cloud", "kind/native"],
    homepage,
    license,
    repository: repository.url.replace(/^git\+|\.git$/g, ""),
    publisher: "pulumi-cleanroomsml",
    meta: { supportPack: true },
  };
}

function membersOf(interfaces, name) {
  const { inherited, own } = interfaces.get(name);
  return [...inherited, ...own];
}
