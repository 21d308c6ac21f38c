import type { Context } from "../context";
import type { ModelRecord } from "../state/record";
import { modelled } from "../wire/errors";

/** What names one version. */
export interface Reference {
  membershipIdentifier: string;
  trainedModelArn: string;
  versionIdentifier?: string | undefined;
}

const notFound = (what: string) => modelled("ResourceNotFoundException", `${what} was not found`);

/** The versions of a model of the caller's, the oldest first; 404 when there is none. */
export function versionsOf({ store, caller, now }: Context, { membershipIdentifier, trainedModelArn }: Reference): ModelRecord[] {
  const versions = store
    .versions(trainedModelArn, now)
    .filter(
      ({ request, accountId, region }) =>
        request.membershipIdentifier === membershipIdentifier && accountId === caller.accountId && region === caller.region,
    );
  if (versions.length === 0) throw notFound(`The trained model ${trainedModelArn}`);
  return versions;
}

/** One version of a model; which one is meant when none is named differs by operation. */
export function versionOf(context: Context, reference: Reference, unnamed: "base" | "latest"): ModelRecord {
  const { trainedModelArn, versionIdentifier } = reference;
  const versions = versionsOf(context, reference);
  if (versionIdentifier === undefined && unnamed === "latest") {
    const latest = versions.at(-1);
    if (latest) return latest;
  }
  const found = versions.find(({ version }) => version === versionIdentifier);
  if (found) return found;
  throw notFound(`The version ${versionIdentifier ?? "NULL"} of the trained model ${trainedModelArn}`);
}
