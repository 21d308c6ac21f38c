import type { Context } from "../run/context";

/** An earlier run's request may be on its way for so long, in ms. */
const ON_ITS_WAY = 60_000;
/** As old as a list of ten pages is anyway when its last page has come, in ms. */
const AT_FIRST = 2_000;
const LATER = 30_000;

/**
 * How old a list may be that a create goes by, in ms. What it looks for was made by earlier runs of the resource, which had sent
 * their requests before this run began: what this run makes, it knows. So a list misses only what landed after it was begun: as
 * long as something may be on its way, it is hardly older than one of the create's own. Once the resource has sent a create
 * itself, it goes by no list that is older than that.
 */
export function freshFor({ engineRun, resource, clock }: Pick<Context, "engineRun" | "resource" | "clock">): number {
  if (engineRun.hasSent(resource.urn)) return 0;
  return Math.max(AT_FIRST, Math.min(engineRun.timeSinceFirstLook({ clock }) - ON_ITS_WAY, LATER));
}
