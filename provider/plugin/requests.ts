import type { Timeouts } from "../core/run/resource";
import { covers } from "../core/values/paths";
import type { Values } from "../core/values/pick";
import type { Request } from "../handlers/request";
import { listOf } from "../utils/guards";
import { contextIn, type Facts } from "./facts";
import type { PluginResource } from "./resources";
import type { Decoded } from "./values";

/** What every request of the engine says of a resource. */
interface Named {
  getUrn(): string;
  getName(): string;
}

/** What an action may take; 0 where the program does not say. */
interface Timed {
  action: keyof Timeouts;
  seconds: number;
}

/** A question of the engine as the handlers take it: what it says of the resource, and what its new inputs hold. */
export function requestOf(
  named: Named,
  { part, unknownsOf, maps }: PluginResource,
  inputs: Decoded,
  facts: Facts,
  recorded: Values = inputs.hidden,
  timed?: Timed,
): Request {
  const { values, secrets, unknowns, nulls, hidden } = inputs;
  const nullEntries = nulls.filter((path) => !maps.includes(path) && covers(maps, path));
  const told = contextIn(hidden);
  const toldPaths = part !== "waiter" && told.program === "node" ? pathsIn : () => undefined;
  const job =
    part === "waiter" && typeof values.jobId === "string" ? facts.job(values.jobId, named.getUrn(), recorded) : undefined;
  return {
    urn: named.getUrn(),
    name: named.getName(),
    // A wait takes the mark off as its job has put it on.
    organization: facts.organization(job?.urn || named.getUrn(), recorded),
    secrets: job === undefined ? secrets : job.secrets,
    timeouts: timed === undefined || timed.seconds === 0 ? {} : { [timed.action]: timed.seconds * 1_000 },
    unknowns: unknownsOf(values, toldPaths(told.moving) ?? unknowns),
    isPreview: false,
    chained: toldPaths(told.chained) ?? facts.pathsOfRun(values),
    // The engine itself applies it to a diff that names paths.
    replaceOnChanges: [],
    leftOut: { ...Object.fromEntries(nullEntries.map((path) => [path, "null"])), ...recordOf(told.leftOut) },
    jobUrn: job?.urn,
    isAdopted: job?.isAdopted,
  };
}

/** A class of this package tells the paths of its program, none included; other programs tell nothing. */
function pathsIn(paths: unknown): string[] {
  return listOf(paths).filter((path) => typeof path === "string");
}

function recordOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
