import type { EngineRun } from "../run/engine-run";
import type { Values } from "../values/pick";
import { partsOfUrn } from "../values/urns";
import type { Issue } from "./issues";
import { regionToCome } from "./region";

/** Refuses a second resource of what there is one of for each membership, in one program and region. */
export function oneForEach(
  { membershipIdentifier, region }: Values,
  urn: string,
  configured: string | undefined,
  engineRun: EngineRun,
  thing: string,
): Issue[] {
  const own = regionToCome({ region }, configured);
  // One that is not known yet may be another.
  if (typeof membershipIdentifier !== "string" || (region !== undefined && own === undefined)) return [];
  const other = engineRun.noteName(JSON.stringify([thing, own, membershipIdentifier]), urn, true);
  if (other === undefined) return [];
  const names = [other, urn].map((text) => partsOfUrn(text).name);
  return [
    {
      path: "membershipIdentifier",
      code: "one-for-each",
      message: `has its ${thing} in \`${names[0] === names[1] ? other : names[0]}\` already`,
      hint: `a membership has one ${thing}: leave one of the two out`,
    },
  ];
}
