import { type ParseArgsConfig, parseArgs } from "node:util";
import { codeOf, messageOf } from "../utils/thrown";

/** One subcommand. */
export interface Command {
  /** What it does, for the list of commands. */
  summary: string;
  /** What `--help` prints. */
  usage: string;
  /** Its arguments in, the exit code out. Throws `UsageError` for arguments that cannot be. */
  run(args: string[]): Promise<number>;
}

/** The exit code of arguments that cannot be: EX_USAGE of sysexits.h, which no result has. */
export const EXIT_USAGE = 64;

/** The arguments are none of the command's. */
export class UsageError extends Error {
  override readonly name = "UsageError" as const;
}

/** Node's `parseArgs`, whose refusals are usage errors. */
export function parsed<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const isRefusal = codeOf(error)?.startsWith("ERR_PARSE_ARGS_") ?? false;
    throw isRefusal ? new UsageError(messageOf(error)) : error;
  }
}

/** The only argument that is no flag. */
export function only(positionals: readonly string[], what: string): string {
  const [first] = positionals;
  if (first === undefined) throw new UsageError(`${what} is missing`);
  if (positionals.length > 1) throw new UsageError(`there is one ${what}, not ${positionals.length}`);
  return first;
}

/** Whether help is asked for. A flag is never the value of another one, so that none is mistaken for it. */
export function asksForHelp(args: readonly string[]): boolean {
  const flags = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  return flags.includes("--help") || flags.includes("-h");
}
