import { Output } from "@pulumi/pulumi";
import { isRecord } from "../../utils/guards";
import { joinPath } from "../../utils/join-path";

/** An Output among some inputs, and the path at which it stands. */
export interface FoundOutput {
  path: string;
  output: Output<unknown>;
}

/** The Outputs in some inputs, at any depth. */
export async function outputsIn(args: object): Promise<FoundOutput[]> {
  const found: FoundOutput[] = [];
  const awaited: Promise<void>[] = [];
  const visit = (value: unknown, path: string): void => {
    if (Output.isInstance(value)) found.push({ path, output: value });
    else if (value instanceof Promise) awaited.push(value.then((settled) => visit(settled, path)));
    else if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`);
    else if (isRecord(value)) for (const [key, item] of Object.entries(value)) visit(item, joinPath(path, key));
  };
  visit(args, "");
  while (awaited.length > 0) await Promise.all(awaited.splice(0));
  return found;
}

/** The paths at which a question is answered with yes. */
export async function pathsWhere(
  found: readonly FoundOutput[],
  isAsked: (output: Output<unknown>) => Promise<boolean>,
): Promise<string[]> {
  const answers = await Promise.all(found.map(({ output }) => isAsked(output)));
  return found.flatMap(({ path }, index) => (answers[index] ? [path] : [])).sort();
}
