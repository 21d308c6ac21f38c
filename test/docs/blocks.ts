import { readFileSync } from "node:fs";
import path from "node:path";

export const checkout = path.resolve(__dirname, "../..");
export const readme = readFileSync(path.join(checkout, "README.md"), "utf8");

/** The fenced blocks of a language in README.md, in their order. */
export function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, name]) => name === language).map(([, , text = ""]) => text);
}

/** The TypeScript block that begins with `// FILE`. */
export function file(name: string): string {
  const found = blocks("typescript").find((text) => text.startsWith(`// ${name}\n`));
  if (found === undefined) throw new Error(`README.md has no block // ${name}`);
  return found;
}
