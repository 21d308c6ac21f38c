import { RunError } from "@pulumi/pulumi";

/**
 * A mistake in the program: Pulumi prints the sentence alone, and no stack.
 *
 * The stack keeps the program's own lines, for test runners. Pulumi inspects it even where it prints none, and on a line such as
 * `node_modules/@pulumi/resource.ts:1:2`, which Pulumi's source maps make, Node 20.20 loops until a string is too long: 12 s of CPU.
 */
export function programError(message: string): RunError {
  const error = new RunError(message);
  const head = `Error: ${message}`;
  const lines = (error.stack ?? "").slice(head.length).split("\n");
  error.stack = [head, ...lines.filter((line) => line !== "" && !line.includes("node_modules"))].join("\n");
  return error;
}
