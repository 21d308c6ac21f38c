import type { OperationContext } from "../operations/context";
import { exists } from "../state/lifecycle";
import type { Store } from "../state/store";
import { modelled } from "../wire/errors";
import type { ModelRecord } from "./record";

/** What names one version. */
export interface Reference {
  membershipIdentifier: string;
  trainedModelArn: string;
  versionIdentifier?: string | undefined;
}

const notFound = (what: string) => modelled("ResourceNotFoundException", `${what} was not found`);

/** What the caller's account has in the region that is asked; of one membership, or of all. */
export function ownRecords({ store, caller }: OperationContext, membershipIdentifier?: string): ModelRecord[] {
  return store.records.filter(
    ({ request, accountId, region }) =>
      accountId === caller.accountId &&
      region === caller.region &&
      (membershipIdentifier === undefined || request.membershipIdentifier === membershipIdentifier),
  );
}

/** The versions of a model of the caller's, the oldest first; 404 when there is none. */
export function versionsOf(context: OperationContext, { membershipIdentifier, trainedModelArn }: Reference): ModelRecord[] {
  const own = ownRecords(context, membershipIdentifier);
  const versions = own.filter((record) => record.arn === trainedModelArn && exists(record, context.now));
  if (versions.length === 0) throw notFound(`The trained model ${trainedModelArn}`);
  return versions;
}

/** One version of a model; which one is meant when none is named differs by operation. */
export function versionNamed(context: OperationContext, reference: Reference, unnamed: "base" | "latest"): ModelRecord {
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

/** The name of a model that was created once, whether or not it still answers. */
export function nameOfModel(store: Store, arn: string | undefined, version: string | undefined): string | undefined {
  const named = store.records.findLast((record) => record.arn === arn && (version === undefined || record.version === version));
  return named?.request.name;
}
