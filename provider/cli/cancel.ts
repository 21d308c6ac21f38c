import { ofCommand } from "../core/errors/reader";
import { notThereError } from "../core/errors/refusal";
import { deleteJob } from "../core/job/delete";
import { EngineRun } from "../core/run/engine-run";
import { refOf } from "../kinds/trained-model/identity";
import { trainedModel } from "../kinds/trained-model/kind";
import { systemClock } from "../process/clock";
import { type Command, only, parsed, UsageError } from "./command";
import { connectionOptions, connectionUsage, servicesBy } from "./connection";
import { inWords } from "./words";

const usage = `usage: cleanroomsml cancel 'ARN[#VERSION]' ${connectionUsage}

Cancels a training that no Pulumi state records, deletes its output and waits until it is gone. It does not ask first, and
does not know whether a state has the training: before you cancel one by hand, look for its id in \`pulumi stack export\`.

Exit code 0: it is gone. Exit code 1: it is not; the message says why.
`;

/** `cleanroomsml cancel`: what messages name where a training runs that nobody owns any more. */
export const cancel: Command = {
  summary: "cancels a training that no state records",
  usage,
  async run(args) {
    const { values, positionals } = parsed({ args, options: connectionOptions, allowPositionals: true });
    const id = modelId(positionals);
    const interrupt = new AbortController();
    process.once("SIGINT", () => interrupt.abort());
    const say = (text: string) => void process.stdout.write(`${text}\n`);
    const engine = { isAlive: async () => true, status: (_: string, text: string) => say(text), log: () => undefined };
    const context = {
      kind: trainedModel,
      serviceIn: servicesBy(values),
      clock: systemClock,
      engine,
      engineRun: new EngineRun(),
      resource: { urn: "", name: "", organization: "", secrets: [], timeouts: {} },
      signal: interrupt.signal,
      flags: [],
      reader: ofCommand,
    };
    // A mistyped id must not look like a success.
    if ((await trainedModel.calls.find(id, context)) === undefined) throw notThereError(trainedModel.words.thing, id);
    await deleteJob(id, false, context);
    say(`gone: ${id}`);
    return 0;
  },
};

function modelId(positionals: readonly string[]): string {
  const id = only(positionals, "ARN");
  try {
    refOf(id);
  } catch (error) {
    throw new UsageError(inWords(error), { cause: error });
  }
  return id;
}
