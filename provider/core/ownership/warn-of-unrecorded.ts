import { messageOf } from "../../utils/thrown";
import { cancelCommand } from "../errors/commands";
import type { Job, JobContext, JobInputs } from "../job/kind";
import { findInPassing, type Looking, ONE_MIND } from "../looks/find-job";
import { type Listing, listingOf } from "../looks/listing";
import { partsOf } from "../values/ids";
import { MARK_KEY, OWNER_KEY, ownerOf } from "./marks";
import { autoName } from "./names";
import type { Found } from "./ownership-errors";
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
  const list = kind.calls.list(membershipIdentifier, region);
  try {
    const listing = await listingOf(list, context, ONE_MIND);
    const running = await engineRun.look(`unrecorded of ${list.of}`, ONE_MIND, context, () =>
      unrecorded(listing.running, context),
    );
    const named = new Set([...listing.namedAfter(autoName(resource)), ...(typeof own === "string" ? listing.named(own) : [])]);
    const active = [...named].filter((row) => row.id !== id && kind.phaseOf(row.status) === "active");
    const found = [...(running.get(owner) ?? []), ...((await unrecorded(active, context)).get(owner) ?? [])];
    for (const stray of found.filter((one) => one.id !== id)) {
      const { name, status } = stray.job;
      const told = `${name} (${status}) was started for this resource by an interrupted run, and is in no state: ${stray.id}`;
      const advice = ["To cancel it and delete its output:", cancelCommand(stray.id, flags)];
      engine.log("warning", resource.urn, [told, ...advice].join("\n"));
    }
  } catch (error) {
    engine.log("debug", resource.urn, `could not look for unrecorded ${kind.words.work}s: ${messageOf(error)}`);
  }
}

/** Those of some rows that no state records, by their owner. */
async function unrecorded<I extends JobInputs, J extends Job>(
  rows: Listing["rows"],
  context: Looking<I, J>,
): Promise<Map<string, Found<J>[]>> {
  const byOwner = new Map<string, Found<J>[]>();
  for (const { id } of rows) {
    const job = await findInPassing(id, context);
    if (job === undefined) continue;
    const tags = await context.engineRun.look(`tags of ${id}`, ONE_MIND, context, () => tagsOf(id, job, context));
    const owner = tags[OWNER_KEY];
    if (owner !== undefined && tags[MARK_KEY] !== undefined) byOwner.set(owner, [...(byOwner.get(owner) ?? []), { id, job }]);
  }
  return byOwner;
}
