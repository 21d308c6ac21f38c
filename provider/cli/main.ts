import { cancel } from "./cancel";
import { asksForHelp, type Command, EXIT_USAGE, UsageError } from "./command";
import { emulator } from "./emulator";
import { orphans } from "./orphans";
import { report } from "./report";
import { version } from "./version";
import { inWords } from "./words";

const commands = new Map<string, Command>(Object.entries({ emulator, orphans, report, cancel }));

const usage = `usage: cleanroomsml COMMAND [OPTIONS]

${[...commands].map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`).join("\n")}

  --version  the version of this package
  --help     this text; cleanroomsml COMMAND --help says more

Exit code ${EXIT_USAGE}: the command or its arguments are not valid. Every other code is a result of the command.
`;

/** Runs a command line; the exit code comes back, and every error is told in words. */
export async function main([name = "", ...args]: string[]): Promise<number> {
  const command = commands.get(name);
  try {
    if (command !== undefined) return asksForHelp(args) ? printed(command.usage) : await command.run(args);
    if (["--help", "-h", "help"].includes(name)) return printed(usage);
    if (["--version", "-v"].includes(name)) return printed(`${version()}\n`);
    throw new UsageError(name === "" ? "a command is missing" : `there is no command "${name}"`);
  } catch (error) {
    const who = ["cleanroomsml", ...(command === undefined ? [] : [name])].join(" ");
    const isUsage = error instanceof UsageError;
    process.stderr.write(`${who}: ${inWords(error)}${isUsage ? "; --help says more" : ""}\n`);
    return isUsage ? EXIT_USAGE : 1;
  }
}

function printed(text: string): number {
  process.stdout.write(text);
  return 0;
}
