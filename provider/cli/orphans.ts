import { parseArgs } from "node:util";
import { cancelCommand } from "../trained-model/commands";
import { textOfDuration } from "../trained-model/duration";
import { fullText } from "../trained-model/errors";
import { findOrphans } from "../trained-model/orphans";
import { refusal } from "../trained-model/refusal";
import { isServiceError } from "../trained-model/service-error";
import { connect, connectionOptions, connectionUsage, flagsOf } from "./connection";

const usage = `usage: cleanroomsml orphans MEMBERSHIP ${connectionUsage}

Lists the trainings of a membership that no Pulumi state has recorded, with the command that cancels each. One of a
\`pulumi up\` that runs at the moment may be among them: it records its trainings within seconds. So may one whose mark
could not be taken off when it was recorded: before you cancel one that is ACTIVE, look for its id in \`pulumi stack export\`.`;

/** `cleanroomsml orphans`: what a run left behind that was killed between the create and its record. Changes nothing. */
export async function orphansCommand(args: string[]): Promise<number> {
  const options = { ...connectionOptions, help: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [membershipIdentifier] = positionals;
  if (values.help || membershipIdentifier === undefined || positionals.length > 1) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const look = { serviceIn: connect(values), signal: new AbortController().signal };
  const orphans = await findOrphans(membershipIdentifier, values.region, look).catch((error: unknown) => {
    throw new Error(fullText(isServiceError(error) ? refusal(error) : error));
  });
  if (orphans.length === 0) console.log(`every training of ${membershipIdentifier} is recorded`);
  for (const { id, model } of orphans) {
    const age = model.createTime === undefined ? "" : ` since ${textOfDuration(Date.now() - model.createTime.getTime())}`;
    console.log(`${model.name}: ${model.status}${age}`);
    console.log(cancelCommand(id, flagsOf(values)));
  }
  if (orphans.some(({ model }) => model.status === "ACTIVE"))
    console.log(
      "Before you cancel one that is ACTIVE, look for its id in `pulumi stack export`: its mark may have stayed when it was recorded.",
    );
  return 0;
}
