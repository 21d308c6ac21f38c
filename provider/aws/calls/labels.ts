import { ServiceError } from "../../core/errors/service-error";
import { operations, shapeOf } from "../../service/model";

/** An empty part of a path is another operation's path: GetTrainedModel of "" lists, and `..` goes up. */
export function checkLabels(name: string, input: object): void {
  const { shape = "" } = operations[name]?.input ?? {};
  for (const [member, { location }] of Object.entries(shapeOf(shape).members ?? {})) {
    if (location !== "uri") continue;
    const value: unknown = Reflect.get(input, member);
    if (typeof value === "string" && !/^\.{0,2}$/.test(value)) continue;
    throw new ServiceError(name, "validation", `${member} of ${name} is not an identifier`, { code: "InvalidIdentifier" });
  }
}
