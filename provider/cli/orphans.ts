import { cancelCommand, type Flag } from "../core/errors/commands";
import { findUnrecorded } from "../core/ownership/find-unrecorded";
import type { Found } from "../core/ownership/ownership-errors";
import { textOfDuration } from "../core/values/duration";
import { trainedModel } from "../kinds/trained-model/kind";
import type { TrainedModel } from "../kinds/trained-model/outputs";
import { shapeOf } from "../service/model";
import { type Command, only, parsed, UsageError } from "./command";
import { connectionOptions, connectionUsage, flagsAgain, servicesBy } from "./connection";

/** The exit code where there are some. */
const SOME = 3;

const usage = `usage: cleanroomsml orphans MEMBERSHIP [--json] ${connectionUsage}

Lists the unrecorded trainings of a membership: no Pulumi state has recorded them. It adds the command that cancels each.
A training can be in the list although it is in a state. A \`pulumi up\` that runs at the moment records its trainings
within seconds. And the mark of a recorded training stays if it could not be removed. Before you cancel a training that is
ACTIVE, look for its id in \`pulumi stack export\`.

  --json   { membershipIdentifier, trainings: [{ id, name, status, createTime, cancelCommand }] }

Exit code 0: there are none. Exit code ${SOME}: there are some. Exit code 1: it could not look.
`;

/** `cleanroomsml orphans`: what a run left behind that was killed between the create and its record. Changes nothing. */
export const orphans: Command = {
  summary: "lists trainings that no state records",
  usage,
  async run(args) {
    const options = { ...connectionOptions, json: { type: "boolean" } } as const;
    const { values, positionals } = parsed({ args, options, allowPositionals: true });
    const membershipIdentifier = membershipOf(positionals);
    const asking = { kind: trainedModel, serviceIn: servicesBy(values), signal: new AbortController().signal };
    const found = await findUnrecorded(membershipIdentifier, values.region, asking);
    const flags = flagsAgain(values);
    process.stdout.write(
      values.json ? jsonOf(membershipIdentifier, found, flags) : `${linesOf(membershipIdentifier, found, flags).join("\n")}\n`,
    );
    return found.length === 0 ? 0 : SOME;
  },
};

function membershipOf(positionals: readonly string[]): string {
  const id = only(positionals, "MEMBERSHIP");
  const isId = new RegExp(`^${shapeOf("UUID").pattern}$`).test(id);
  if (!isId) throw new UsageError("MEMBERSHIP is the id of a membership, such as 0a1b2c3d-4e5f-6789-abcd-ef0123456789");
  return id;
}

function jsonOf(membershipIdentifier: string, found: readonly Found<TrainedModel>[], flags: readonly Flag[]): string {
  const trainings = found.map(({ id, job: { name, status, createTime } }) => {
    return { id, name, status, createTime: createTime?.toISOString(), cancelCommand: cancelCommand(id, flags) };
  });
  return `${JSON.stringify({ membershipIdentifier, trainings }, undefined, 2)}\n`;
}

function linesOf(membershipIdentifier: string, found: readonly Found<TrainedModel>[], flags: readonly Flag[]): string[] {
  if (found.length === 0) return [`every training of ${membershipIdentifier} is recorded`];
  const lines = found.flatMap(({ id, job: { name, status, createTime } }) => {
    const age = createTime === undefined ? "" : ` since ${textOfDuration(Date.now() - createTime.getTime())}`;
    return [`${name}: ${status}${age}`, cancelCommand(id, flags)];
  });
  if (found.every(({ job }) => job.status !== "ACTIVE")) return lines;
  const before = "Before you cancel one that is ACTIVE, look for its id in `pulumi stack export`:";
  return [...lines, `${before} its mark may have stayed when it was recorded.`];
}
