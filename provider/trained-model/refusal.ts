import { RefusedError } from "./errors";
import { idOf, type ModelRef } from "./identity";
import type { ServiceError, ServiceErrorKind } from "./service-error";

/** A failed call as an error for a person: what the service said, and what mends it. */
export function refusal(error: ServiceError): RefusedError {
  const { code, endpoint, httpStatus, requestId } = error.details;
  const where = endpoint === undefined ? "" : ` at ${endpoint}`;
  const facts = [
    code,
    httpStatus === undefined ? undefined : `HTTP ${httpStatus}`,
    requestId === undefined ? undefined : `request ${requestId}`,
  ];
  const message = `${error.operation}${where} failed: ${error.message} (${facts.filter(Boolean).join(", ")})`;
  const advice = mends[error.kind](error);
  return new RefusedError(message, advice === undefined ? [] : [advice], { cause: error });
}

const endpointAdvice =
  "check `cleanroomsml:endpoint`, AWS_ENDPOINT_URL_CLEANROOMSML and the region: the service must be offered there";

const mends: Record<ServiceErrorKind, (error: ServiceError) => string | undefined> = {
  throttled: () => "the service is busy; run `pulumi up` again later",
  denied: ({ operation }) =>
    `allow \`cleanrooms-ml:${operation}\` and \`cleanrooms:PassMembership\` for the identity that runs Pulumi`,
  "not-found": () => "check `membershipIdentifier`, the ARNs and the region; the state is as it was",
  conflict: () => undefined,
  validation: () => undefined,
  quota: ({ details: { quotaName, quotaValue } }) =>
    `the quota ${quotaName === undefined ? "" : `"${quotaName}" `}${quotaValue === undefined ? "" : `is ${quotaValue}; it `}is raised in AWS's Service Quotas console, under AWS Clean Rooms ML`,
  credentials: () =>
    "check AWS_PROFILE, AWS_ACCESS_KEY_ID and its kin, `cleanroomsml:profile` or `aws:profile`; log in again if they expired",
  unreachable: () => endpointAdvice,
  ambiguous: () =>
    "the service may be having an outage; run `pulumi up` again: it looks at what is there before it asks for anything",
  aborted: () => "interrupted; run `pulumi up` again",
  unexpected: () => endpointAdvice,
};

/** The service has no record of a model that the program looks up. */
export function notThereError(ref: ModelRef): RefusedError {
  return new RefusedError(`the service has no trained model ${idOf(ref)}`, [
    "Check the ARN, the version, and whether the credentials are those of the membership's account.",
  ]);
}

/** The service has no record of a model that the state has. */
export function goneError(ref: ModelRef): RefusedError {
  return new RefusedError(`the service has no trained model ${idOf(ref)} (any more)`, [
    "`pulumi refresh` takes it out of the state, after which `pulumi up` trains a new one:",
    "pulumi refresh --yes",
  ]);
}
