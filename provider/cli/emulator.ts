import { type Emulator, type EmulatorOptions, type Readings, readings, resolveReadings, startEmulator } from "../emulator";
import { defined } from "../utils/defined";
import { codeOf } from "../utils/thrown";
import { type Command, parsed, UsageError } from "./command";
import { inWords } from "./words";

const usage = `usage: cleanroomsml emulator [OPTIONS]

Runs an emulator of Clean Rooms ML's trained models on this machine. It accepts the key test/test.

  --port N               the port on 127.0.0.1 (default: one that is free)
  --data FILE            keeps the state over restarts
  --training SECONDS     how long a training takes (default 2)
  --reading NAME=VALUE   an answer to a question that AWS's documents leave open; may be repeated
  --help                 this text

Readings, with the default first:
${Object.entries(readings)
  .map(([name, { values, default: first }]) => `  ${name}: ${[first, ...values.filter((value) => value !== first)].join(" | ")}`)
  .join("\n")}
`;

/** `cleanroomsml emulator`: serves until SIGINT or SIGTERM; 1 where it cannot. */
export const emulator: Command = {
  summary: "the service on this machine, for tries and tests",
  usage,
  async run(args) {
    const running = await start(optionsOf(args));
    const asked = new Promise<void>((resolve) => {
      process.once("SIGINT", () => resolve());
      process.once("SIGTERM", () => resolve());
    });
    process.stdout.write(`listening on ${running.endpoint}\n`);
    await asked;
    await running.close();
    return 0;
  },
};

async function start(options: EmulatorOptions): Promise<Emulator> {
  try {
    return await startEmulator(options);
  } catch (error) {
    const isOfPort = error instanceof Error && "syscall" in error && error.syscall === "listen";
    if (isOfPort) throw new Error(`cannot listen on port ${options.port} of 127.0.0.1: ${inWords(error)}`, { cause: error });
    if (codeOf(error) === undefined) throw error;
    throw new Error(`cannot keep the state in ${options.data}: ${inWords(error)}`, { cause: error });
  }
}

function optionsOf(args: string[]): EmulatorOptions {
  const { values } = parsed({
    args,
    options: {
      port: { type: "string" },
      data: { type: "string" },
      training: { type: "string" },
      reading: { type: "string", multiple: true },
    },
  });
  if (values.data === "") throw new UsageError("--data needs a file");
  return {
    ...defined({
      port: values.port === undefined ? undefined : portOf(values.port),
      data: values.data,
      trainingSeconds: values.training === undefined ? undefined : secondsOf(values.training),
    }),
    readings: readingsOf(values.reading ?? []),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`--port is a number from 0 to 65535, not ${text}`);
  return port;
}

function secondsOf(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new UsageError(`--training is a number of seconds, not ${text}`);
  return Number(text);
}

function readingsOf(given: readonly string[]): Partial<Readings> {
  const pairs = given.map((text) => {
    const at = text.indexOf("=");
    if (at < 1) throw new UsageError(`--reading is NAME=VALUE, not ${text}`);
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  try {
    return resolveReadings(Object.fromEntries(pairs));
  } catch (error) {
    throw new UsageError(inWords(error), { cause: error });
  }
}
