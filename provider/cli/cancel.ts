import { parseArgs } from "node:util";
import { systemClock } from "../host/clock";
import { deleteJob } from "../trained-model/delete";
import { fullText } from "../trained-model/errors";
import { Session } from "../trained-model/session";
import { connect, connectionOptions, connectionUsage } from "./connection";

const usage = `usage: cleanroomsml cancel 'ARN[#VERSION]' ${connectionUsage}

Cancels a training that no Pulumi state records, deletes its output and waits until it is gone.`;

/** `cleanroomsml cancel`: what messages name where a training runs that nobody owns any more. */
export async function cancelCommand(args: string[]): Promise<number> {
  const options = { ...connectionOptions, help: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [id] = positionals;
  if (values.help || id === undefined || positionals.length > 1) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const interrupt = new AbortController();
  process.once("SIGINT", () => interrupt.abort());
  const engine = { isAlive: async () => true, status: (_: string, text: string) => console.log(text), log: () => undefined };
  const context = {
    serviceIn: connect(values),
    clock: systemClock,
    engine,
    session: new Session(),
    signal: interrupt.signal,
    flags: [],
  };
  try {
    await deleteJob(id, { resource: { urn: "" }, isAdopted: false }, context);
  } catch (error) {
    console.error(fullText(error));
    return 1;
  }
  console.log(`gone: ${id}`);
  return 0;
}
