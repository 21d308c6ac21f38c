import { messageOf } from "../../utils/thrown";
import { cancelCommand } from "../errors/commands";
import type { Job, JobContext, JobInputs } from "../job/kind";
import { partsOf } from "../values/ids";
import { MARK_KEY, OWNER_KEY, ownerOf } from "./marks";
import { autoName, isNameOf } from "./names";
import { tagsOf } from "./tags-of";

/**
 * Warns of jobs of the same resource that no state records, such as what a killed `pulumi up --replace` leaves behind.
 * Part of a refresh: never its reason to fail. `own` is the name of the one that is recorded.
 */
export async function warnOfUnrecorded<I extends JobInputs, J extends Job>(
  id: string,
  own: unknown,
  context: JobContext<I, J>,
): Promise<void> {
  const { engine, engineRun, flags, kind, resource } = context;
  const { membershipIdentifier, region } = partsOf(id);
  const owner = ownerOf(resource);
  try {
    const rows = await engineRun.once(`${kind.words.work}s of ${membershipIdentifier}`, () =>
      kind.calls.list(membershipIdentifier, region, context),
    );
    for (const row of rows) {
      const phase = kind.phaseOf(row.status);
      const isNamed = row.name === own || isNameOf(autoName(resource), row.name);
      if (row.id === id || (phase !== "running" && !(phase === "active" && isNamed))) continue;
      const job = await engineRun.once(row.id, () => kind.calls.find(row.id, context));
      if (job === undefined) continue;
      const tags = await engineRun.once(`tags of ${row.id}`, () => tagsOf(row.id, job, context));
      if (tags[OWNER_KEY] !== owner || tags[MARK_KEY] === undefined) continue;
      const told = `${job.name} (${job.status}) was started for this resource by an interrupted run, and is in no state: ${row.id}`;
      const advice = ["To cancel it and delete its output:", cancelCommand(row.id, flags)];
      engine.log("warning", resource.urn, [told, ...advice].join("\n"));
    }
  } catch (error) {
    engine.log("debug", resource.urn, `could not look for unrecorded ${kind.words.work}s: ${messageOf(error)}`);
  }
}
