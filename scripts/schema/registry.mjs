/** The parts of the Pulumi Registry's pages that are made from the schema. */
import { tableOf } from "../reference/tables.mjs";
import { endings, programOf } from "./examples.mjs";
import { schema } from "./package.mjs";

/** By page and name, as scripts/reference.mjs puts them in their places. */
export function registryParts() {
  const { config, types } = schema();
  const role = { ...types["cleanroomsml:index:AssumeRole"].properties, ...ofToken(types) };
  return {
    "docs/_index.md": { program: programChooser("trained-model"), chain: programChooser("chain") },
    "docs/installation-configuration.md": {
      install: ["python", "csharp", "go", "java", "yaml"].map(installed).join("\n"),
      keys: tableOf(["name", "type", "required?", "secret?", "description"], Object.entries(config.variables).map(keyRow)),
      roles: tableOf(
        ["name", "type", "description"],
        Object.entries(role).map(([name, property]) => [`\`${name}\``, typeText(property), property.description]),
      ),
    },
  };
}

const ofToken = (types) => {
  const { webIdentityTokenFile } = types["cleanroomsml:index:AssumeRoleWithWebIdentity"].properties;
  const description = `Of \`assumeRoleWithWebIdentity\` alone. ${webIdentityTokenFile.description}`;
  return { webIdentityTokenFile: { ...webIdentityTokenFile, description } };
};

const keyRow = ([name, property]) => [
  `\`${name}\``,
  typeText(property),
  "no",
  property.secret ? "yes" : "no",
  property.description,
];

function typeText({ type, $ref, items }) {
  if ($ref !== undefined) return "object";
  if (type === "array") return `list of ${typeText(items)}s`;
  return type === "object" ? "map of strings" : type;
}

const choosable = (language, text) => `{{% choosable language ${language} %}}\n\n${text}\n\n{{% /choosable %}}`;

function programChooser(name) {
  const blocks = Object.entries(endings).map(([language, ending]) =>
    choosable(language, `\`\`\`${language}\n${programOf(name, ending)}\`\`\``),
  );
  return `{{< chooser language "${Object.keys(endings).join(",")}" >}}\n${blocks.join("\n")}\n{{< /chooser >}}`;
}

function installed(language) {
  const commands = "npm install pulumi-cleanroomsml @pulumi/pulumi\npulumi package add ./node_modules/pulumi-cleanroomsml/plugin";
  return choosable(language, `\`\`\`sh\n${commands}\n\`\`\``);
}
