import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const checkout = path.resolve(__dirname, "../..");

/** The pages that the Pulumi Registry shows. Their programs are held by test/plugin/examples.test.ts. */
export const registryPages = ["docs/_index.md", "docs/installation-configuration.md"].map(
  (name) => [name, readFileSync(path.join(checkout, name), "utf8")] as const,
);

/** What a user reads: README.md and every other page of docs/, by its path in the package. */
export const pages: ReadonlyMap<string, string> = new Map(
  ["README.md", ...readdirSync(path.join(checkout, "docs"), { recursive: true, encoding: "utf8" }).map((name) => `docs/${name}`)]
    .filter((name) => name.endsWith(".md") && registryPages.every(([page]) => page !== name.replaceAll(path.sep, "/")))
    .map((name) => [name.replaceAll(path.sep, "/"), readFileSync(path.join(checkout, name), "utf8")]),
);

/** A fenced block. */
export interface Block {
  /** Where it stands, such as `docs/testing.md:21`. */
  where: string;
  page: string;
  text: string;
}

/** The blocks of a language in all pages, in their order. A block that stands on several pages is there several times. */
export function blocks(language: string): Block[] {
  return [...pages].flatMap(([page, content]) =>
    [...content.matchAll(/^```(\w*)\n(.*?)^```$/gms)]
      .filter(([, name]) => name === language)
      .map(({ index, 2: text = "" }) => ({ where: `${page}:${content.slice(0, index).split("\n").length}`, page, text })),
  );
}

/** The texts of the blocks of a language, each once. */
export function texts(language: string): string[] {
  return [...new Set(blocks(language).map(({ text }) => text))];
}

/** The pages without their blocks. */
export function prose(): string {
  return [...pages.values()].map((content) => content.replace(/^```.*?^```$/gms, "")).join("\n");
}
