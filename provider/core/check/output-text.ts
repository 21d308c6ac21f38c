import { isRecord } from "../../utils/guards";
import { isHidden } from "../run/hidden-keys";
import { joinPath } from "../values/paths";
import { type Issue, withoutPathsOf } from "./issues";

/** What an Output of Pulumi's SDK becomes where a program makes text of it. */
const OUTPUT_TEXT = /Calling \[to(String|JSON)\] on an \[Output<T>\]/;

/** The inputs, and the keys of maps, that hold the text of an Output: the program lost the value, and would train without it. */
export function outputTextIssues(inputs: Record<string, unknown>): Issue[] {
  const visit = (value: unknown, path: string): Issue[] => {
    if (typeof value === "string") return outputText(value, path, value.startsWith("Calling [") ? "is" : "holds");
    if (Array.isArray(value)) return value.flatMap((item, index) => visit(item, `${path}[${index}]`));
    if (!isRecord(value)) return [];
    return Object.entries(value).flatMap(([key, item]) => [
      ...outputText(key, path, "has a key that is"),
      ...visit(item, joinPath(path, key)),
    ]);
  };
  return Object.entries(inputs).flatMap(([key, value]) => (isHidden(key) ? [] : visit(value, key)));
}

/** The issues, without what else is wrong with an input that is the text of an Output. */
export function withoutSaid<I extends Issue>(issues: readonly I[], texts: readonly Issue[]): I[] {
  return withoutPathsOf(issues, texts).filter(({ path }) => !OUTPUT_TEXT.test(path));
}

function outputText(text: string, path: string, holds: string): Issue[] {
  const [, method] = OUTPUT_TEXT.exec(text) ?? [];
  if (method === undefined) return [];
  const mend =
    method === "JSON"
      ? "use `pulumi.jsonStringify` in place of `JSON.stringify`, or `.apply`"
      : "use `pulumi.interpolate` in place of the template string, or `.apply`";
  return [{ path, code: "output-text", message: `${holds} the text of an Output, not its value`, hint: mend }];
}
