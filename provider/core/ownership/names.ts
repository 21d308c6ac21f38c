import type { Resource } from "../run/resource";
import { hashOf } from "../values/hash";
import { ownerOf } from "./marks";

/** The service's longest name is 63 characters; the hash is 8 of them, a suffix up to 4. */
const LONGEST = 50;

/** The name without a suffix, when the program gives none: the logical name and a hash of the owner. */
export function autoName(resource: Pick<Resource, "name" | "organization" | "urn">): string {
  const base = resource.name.replace(/[^A-Za-z0-9_.-]+/g, "-").slice(0, LONGEST) || "unnamed";
  return `${base}-${hashOf(ownerOf(resource), 8)}`;
}

/** The first name of this base that is not taken: `churn-1a2b3c4d`, then `churn-1a2b3c4d-2`, `-3`, … */
export function freeName(base: string, isTaken: (name: string) => boolean): string {
  let name = base;
  for (let suffix = 2; isTaken(name); suffix++) name = `${base}-${suffix}`;
  return name;
}

/** Whether `name` is the base or one of its suffixes. */
export function isNameOf(base: string, name: string): boolean {
  return name === base || (name.startsWith(`${base}-`) && /^\d+$/.test(name.slice(base.length + 1)));
}
