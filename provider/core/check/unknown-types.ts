import { enumOf } from "../../service/model";
import type { Violation } from "../../service/violations";
import type { Advice, Issue } from "./issues";
import { nearest } from "./nearest";

/** Whether a violation is of an instance type that the service model lacks. */
export function isUnknownType({ shape, code }: Violation): boolean {
  return shape.endsWith("InstanceType") && code === "enum";
}

/**
 * What to say of an instance type that the service model lacks. AWS adds types faster than this package is made, so such a
 * one is a warning; one that the service cannot have, without `ml.` or in capitals, is refused. A hint to a secret would tell it.
 */
export function unknownType({ path, shape }: Violation, type: string, isSecret: boolean): Issue | Advice {
  const known = enumOf(shape);
  const full = `ml.${type.toLowerCase().replace(/^ml\./, "")}`;
  const meant = isSecret || full === "ml." ? undefined : nearest(full, known);
  const hint = meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` };
  const refused = (message: string): Issue => ({ path, code: "instance-type", message, ...hint });
  if (!type.startsWith("ml.")) return refused("is no instance type of Clean Rooms ML: each begins with `ml.`");
  if (type !== full && known.includes(full)) return refused("is no instance type: they have no capital letters");
  const message = `is none of the ${known.length} values that the service model knows`;
  return { severity: "warning", path, code: "unknown-instance-type", message, hint: "AWS may have added it since", ...hint };
}
