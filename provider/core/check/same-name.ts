import type { EngineRun } from "../run/engine-run";
import type { Values } from "../values/pick";
import { partsOfUrn } from "../values/urns";
import type { Issue } from "./issues";
import { regionToCome } from "./region";

/**
 * Refuses a name that the program gives to two resources of one kind, membership and region. AWS's console says that names are unique
 * in the collaboration, and its API says nothing; so two that are recorded with one name were allowed it, and may keep it.
 */
export function sameNameIssues(
  inputs: Values,
  urn: string,
  region: string | undefined,
  engineRun: EngineRun,
  short: string,
): Issue[] {
  const { name, membershipIdentifier, adopt } = inputs;
  if (typeof name !== "string" || typeof membershipIdentifier !== "string" || adopt !== undefined) return [];
  const own = regionToCome(inputs, region);
  // One that is not known yet may be another.
  if (inputs.region !== undefined && own === undefined) return [];
  const key = JSON.stringify([short, own, membershipIdentifier, name]);
  const recorded = engineRun.recordedInputs(urn);
  const other = engineRun.noteName(key, urn, recorded === undefined || !("name" in recorded) || recorded.name !== name);
  if (other === undefined) return [];
  const names = [other, urn].map((text) => partsOfUrn(text).name);
  const message = `is given to \`${names[0] === names[1] ? other : names[0]}\` too`;
  return [
    {
      path: "name",
      code: "same-name",
      message,
      hint: `give each ${short} a name of its own, or leave \`name\` out to have one chosen`,
    },
  ];
}
