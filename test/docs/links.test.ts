import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../../package.json";
import { checkout, pages, registryPages } from "./blocks";

const others = ["CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];
const documents = new Map([
  ...pages,
  ...registryPages,
  ...others.map((name) => [name, readFileSync(path.join(checkout, name), "utf8")] as const),
]);
const own = `${repository.url.replace(/^git\+|\.git$/g, "")}/`;

interface Link {
  page: string;
  link: string;
}

function linksOf([page, content]: readonly [string, string]): Link[] {
  const text = content.replace(/^```.*?^```$/gms, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => ({ page, link }));
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(content: string): string[] {
  const headings = content.replace(/^```.*?^```$/gms, "").matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, text = ""]) =>
    text
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}

/** The file that a relative link leads to, from the root. */
const fileOf = ({ page, link }: Link) => path.posix.join(path.posix.dirname(page), link.replace(/#.*/, "")) || page;

const all = [...documents].flatMap(linksOf);
const relative = all
  .filter(({ link }) => !/^[a-z]+:/.test(link))
  .map((link) => (link.link.startsWith("#") ? { ...link, file: link.page } : { ...link, file: fileOf(link) }));

describe("the documents' links", () => {
  it("lead to files and headings that are there", () => {
    const dead = relative.filter(({ link, file }) => {
      const anchor = link.split("#")[1];
      if (!existsSync(path.join(checkout, file))) return true;
      return anchor !== undefined && !anchorsOf(documents.get(file) ?? "").includes(anchor);
    });
    assert.deepEqual(dead, []);
    assert.ok(relative.length > 40);
  });

  it("to this repository lead to files of this tree", () => {
    const absolute = all.filter(({ link }) => link.startsWith(own)).map(({ link }) => link.slice(own.length));
    const files = absolute.flatMap((rest) => /^(?:tree|blob)\/main\/([^#]+)/.exec(rest)?.[1] ?? []);
    assert.deepEqual(
      files.filter((file) => !existsSync(path.join(checkout, file))),
      [],
    );
    assert.ok(files.length > 1);
  });

  it("work from an installed package: what they lead to is packed", function () {
    this.timeout(60_000);
    const packed = packedFiles();
    assert.deepEqual(
      [...pages.keys()].filter((page) => !packed.has(page)),
      [],
    );
    const missing = relative.filter(({ page, file }) => packed.has(page) && !packed.has(file));
    assert.deepEqual(missing, []);
  });

  it("reach every page from README.md", () => {
    const reached = relative.filter(({ page }) => page === "README.md").map(({ file }) => file);
    assert.deepEqual(
      [...pages.keys()].filter((page) => page !== "README.md" && !reached.includes(page)),
      [],
    );
  });
});

describe("README.md", () => {
  it("has at most 250 lines", () => {
    assert.ok((pages.get("README.md") ?? "").trimEnd().split("\n").length <= 250);
  });
});

describe("a page of docs/", () => {
  it("says in its first sentence when to read it", () => {
    for (const [page, content] of pages)
      if (page !== "README.md") assert.match(content, /^# [^\n]+\n\nRead this page [^\n]+\.\s/, page);
  });
});

/** What `npm pack` would ship. */
function packedFiles(): Set<string> {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: checkout,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(stdout);
  return new Set(files.map((file) => file.path));
}
