/** What Pulumi's generators do not know, or leave behind. */
import { languages } from "./languages.mjs";

/** @type {Record<string, (text: string) => string>} */
const mends = {
  // The npm package has the classes by hand: its instance types are texts.
  typescript: (text) =>
    withoutUnused(text, 'import * as pulumi from "@pulumi/pulumi";\n', "pulumi.")
      .replace(languages.nodejs.packageName, "pulumi-cleanroomsml")
      .replaceAll(/cleanroomsml\.InstanceType\.(\w+)/g, (_, name) => JSON.stringify(name.toLowerCase().replaceAll("_", "."))),
  go: (text) => withoutUnused(text, '\t"fmt"\n\n', "fmt."),
  csharp: (text) =>
    withoutUnused(text.replace("using System.Linq;\n", ""), "using System.Collections.Generic;\n", "Dictionary<").replace(
      / +$/gm,
      "",
    ),
  python: (text) => withoutUnused(text, "import pulumi\n", "pulumi."),
};

/**
 * @param {string} language
 * @param {string} text
 */
export const mended = (language, text) => `${mends[language](text).trim()}\n`;

/** A text without an import that it has no use for. */
function withoutUnused(text, line, use) {
  const rest = text.replace(line, "");
  return new RegExp(`(?<![\\w/])${use.replace(".", "\\.")}`).test(rest) ? text : rest;
}
