import { readFileSync } from "node:fs";
import path from "node:path";
import { reportOf } from "../../provider/report/build";
import { markdownOf } from "../../provider/report/markdown";
import { readPreview } from "../../provider/report/preview";
import type { Report } from "../../provider/report/report";
import { fixtures } from "../folders";

/** The text of a recorded preview. */
export function recorded(name: string): string {
  return readFileSync(path.join(fixtures, "previews", `${name}.json`), "utf8");
}

export function report(name: string): Report {
  return reportOf(readPreview(recorded(name)));
}

/** Its Markdown, line by line, without the ids of one day. */
export function lines(found: Report): string[] {
  return markdownOf(found)
    .replaceAll(/`…\/[0-9a-f-]{36}(#[0-9a-f-]{36})?`, trained [\d-]+/g, "OLD")
    .replaceAll(", paid by the collaboration's default payer", "")
    .trimEnd()
    .split("\n");
}
