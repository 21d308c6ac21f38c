#!/usr/bin/env node
import { cancelCommand } from "./cancel";
import { emulatorCommand } from "./emulator";
import { orphansCommand } from "./orphans";
import { reportCommand } from "./report";

/** One subcommand: its arguments in, the exit code out. */
type Command = (args: string[]) => Promise<number>;

const commands: Record<string, { run: Command; summary: string }> = {
  emulator: { run: emulatorCommand, summary: "the service on this machine, for tries and tests" },
  orphans: { run: orphansCommand, summary: "lists trainings that no state records" },
  report: { run: reportCommand, summary: "what a preview would train, for a pull request" },
  cancel: { run: cancelCommand, summary: "cancels a training that no state records" },
};

const usage = [
  "usage: cleanroomsml COMMAND [OPTIONS]",
  "",
  ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`),
  "",
  "cleanroomsml COMMAND --help says more.",
].join("\n");

async function main([name, ...args]: string[]): Promise<number> {
  const command = name === undefined ? undefined : commands[name];
  if (command !== undefined) return command.run(args);
  const isHelp = name === undefined || name === "--help" || name === "help";
  if (isHelp) console.log(usage);
  else console.error(`cleanroomsml: there is no command "${name}"\n\n${usage}`);
  return name !== undefined && isHelp ? 0 : 2;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`cleanroomsml: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
