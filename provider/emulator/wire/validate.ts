import { operations, shapeOf } from "../../service/model";
import { type Violation, violationsOf } from "../../service/violations";
import type { OperationInputs, OperationName } from "../operations";
import { invalid } from "./errors";

/** Throws what AWS throws for an input that breaks the service model; unknown members are ignored, as AWS does. */
export function validate<Name extends OperationName>(operation: Name, input: unknown): asserts input is OperationInputs[Name] {
  const shape = operations[operation]?.input.shape ?? "";
  const broken = violationsOf(shape, input).filter(({ code }) => code !== "unknown-member");
  if (broken.length === 0) return;
  const count = broken.length === 1 ? "1 validation error" : `${broken.length} validation errors`;
  throw invalid(`${count} detected: ${broken.map(sentence).join("; ")}`);
}

/** AWS's sentence for a violation; the value stays out of it. */
function sentence({ path, code, shape, message }: Violation): string {
  return `Value at '${path}' failed to satisfy constraint: Member ${constraint(code, shape, message)}`;
}

function constraint(code: Violation["code"], name: string, message: string): string {
  const { type, min, max, pattern, enum: values } = shapeOf(name);
  const what = type === "integer" || type === "double" ? "value" : "length";
  switch (code) {
    case "missing":
      return "must not be null";
    case "min":
      return `must have ${what} greater than or equal to ${min}`;
    case "max":
      return `must have ${what} less than or equal to ${max}`;
    case "pattern":
      return `must satisfy regular expression pattern: ${pattern}`;
    case "enum":
      return `must satisfy enum value set: [${values?.join(", ")}]`;
    default:
      return message;
  }
}
