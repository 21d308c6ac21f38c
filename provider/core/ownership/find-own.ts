import type { Job, JobContext, JobInputs, JobKind, Row } from "../job/kind";
import { findJob } from "../looks/find-job";
import { freshFor } from "../looks/freshness";
import { type Listing, listingOf } from "../looks/listing";
import { versionOf } from "../values/ids";
import { OWNER_KEY, ownerOf } from "./marks";
import { autoName } from "./names";
import { ownershipOf } from "./ownership";
import { alreadyThere, type Found, otherWork } from "./ownership-errors";
import { tagsOf } from "./tags-of";

/** What a look at the membership showed. */
export interface Look<J extends Job> {
  listings: readonly Listing[];
  /** This resource's job that no state has recorded, if there is one. */
  unrecorded: Found<J> | undefined;
  /** A job of the given name and these inputs, without a tag that says whose it is. */
  namesake: Found<J> | undefined;
}

/**
 * Looks for a job that an earlier, interrupted create of this resource left behind. Throws where one is there that
 * must not be started beside: another unrecorded one, or the very one that the inputs ask for.
 */
export async function findOwn<I extends JobInputs, J extends Job>(inputs: I, context: JobContext<I, J>): Promise<Look<J>> {
  const { engineRun, kind, resource } = context;
  const maxAge = freshFor(context);
  const listings = await Promise.all(kind.calls.listsFor(inputs).map((list) => listingOf(list, context, maxAge)));
  const look: Look<J> = { listings, unrecorded: undefined, namesake: undefined };
  for (const id of await candidates(listings, inputs, context)) {
    const found = await foundOf(id, context, 0);
    if (found === undefined || !isOfUse(found.job, kind)) continue;
    switch (ownershipOf(found, found.tags, inputs, engineRun.recordedInputs(resource.urn), context)) {
      case "unrecorded":
        look.unrecorded ??= found;
        break;
      case "namesake":
        look.namesake ??= found;
        break;
      case "other-work":
        throw otherWork(found, context.flags);
      case "already-there":
        throw alreadyThere(found, kind);
    }
  }
  return look;
}

/** The ids that may be this resource's own: by the name, or of what still runs by its owner; never what failed, ended or is in use. */
async function candidates<I extends JobInputs, J extends Job>(
  listings: readonly Listing[],
  inputs: I,
  context: JobContext<I, J>,
): Promise<Set<string>> {
  const { engineRun, kind, resource } = context;
  const { name } = inputs;
  const isInUse = ({ id }: Row) =>
    kind.isSource(id, inputs) || engineRun.isCurrent(id) || engineRun.predecessor(resource.urn) === id;
  const found = new Set<string>();
  for (const listing of listings) {
    const named = name === undefined ? listing.namedAfter(autoName(resource)) : listing.named(name);
    for (const row of named) if (isOfUse(row, kind) && !isInUse(row)) found.add(row.id);
    for (const row of listing.running) {
      if (!found.has(row.id) && !isInUse(row) && (await isOwners(row.id, context))) found.add(row.id);
    }
  }
  return found;
}

function isOfUse<I extends JobInputs, J extends Job>({ status }: Pick<Job, "status">, { phaseOf }: JobKind<I, J>): boolean {
  return phaseOf(status) === "running" || phaseOf(status) === "active";
}

/** An owner's tag stays as it is; but versions may share tags. */
const SAME_OWNER = 3_600_000;

async function isOwners<I extends JobInputs, J extends Job>(id: string, context: JobContext<I, J>): Promise<boolean> {
  const found = await foundOf(id, context, versionOf(id) === undefined ? SAME_OWNER : freshFor(context));
  return found?.tags[OWNER_KEY] === ownerOf(context.resource);
}

async function foundOf<I extends JobInputs, J extends Job>(
  id: string,
  context: JobContext<I, J>,
  maxAge: number,
): Promise<(Found<J> & { tags: Record<string, string> }) | undefined> {
  const job = await findJob(id, context, maxAge);
  if (job === undefined) return undefined;
  const tags = await context.engineRun.look(`tags of ${id}`, maxAge, context, () => tagsOf(id, job, context));
  return { id, job, tags };
}
