import { parseArgs } from "node:util";
import { type EmulatorOptions, type Readings, readings, resolveReadings, startEmulator } from "../emulator";

const usage = `cleanroomsml emulator [options]

Runs Clean Rooms ML's trained models on this machine; it knows the key test/test.

  --port N               the port on 127.0.0.1 (default: one that is free)
  --data FILE            keeps the state over restarts
  --training SECONDS     how long a training takes (default 2)
  --reading NAME=VALUE   an answer to what AWS leaves open; may be repeated
  --help                 this text

Readings, with the default first:
${Object.entries(readings)
  .map(([name, { values, default: first }]) => `  ${name}: ${[first, ...values.filter((value) => value !== first)].join(" | ")}`)
  .join("\n")}
`;

/** `cleanroomsml emulator`: serves until SIGINT or SIGTERM; the exit code, 2 for arguments that cannot be. */
export async function emulatorCommand(args: string[]): Promise<number> {
  let options: EmulatorOptions | "help";
  try {
    options = optionsOf(args);
  } catch (error) {
    return refused(error, 2);
  }
  if (options === "help") {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const emulator = await startEmulator(options);
    const asked = new Promise<void>((resolve) => {
      process.once("SIGINT", () => resolve());
      process.once("SIGTERM", () => resolve());
    });
    process.stdout.write(`listening on ${emulator.endpoint}\n`);
    await asked;
    await emulator.close();
    return 0;
  } catch (error) {
    return refused(error, 1);
  }
}

function optionsOf(args: string[]): EmulatorOptions | "help" {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string" },
      data: { type: "string" },
      training: { type: "string" },
      reading: { type: "string", multiple: true },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return "help";
  if (values.data === "") throw new RangeError("--data needs a file");
  return {
    ...(values.port === undefined ? {} : { port: portOf(values.port) }),
    ...(values.data === undefined ? {} : { data: values.data }),
    ...(values.training === undefined ? {} : { trainingSeconds: secondsOf(values.training) }),
    readings: readingsOf(values.reading ?? []),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new RangeError(`--port is a number from 0 to 65535, not ${text}`);
  return port;
}

function secondsOf(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new RangeError(`--training is a number of seconds, not ${text}`);
  return Number(text);
}

function readingsOf(given: readonly string[]): Partial<Readings> {
  const pairs = given.map((text) => {
    const at = text.indexOf("=");
    if (at < 1) throw new RangeError(`--reading is NAME=VALUE, not ${text}`);
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  return resolveReadings(Object.fromEntries(pairs));
}

function refused(error: unknown, code: number): number {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`cleanroomsml emulator: ${message}${code === 2 ? "; --help lists the options" : ""}\n`);
  return code;
}
