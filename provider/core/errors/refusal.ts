import { refreshCommand, upCommand } from "./commands";
import { RefusedError } from "./errors";
import { ofPulumi, type Reader } from "./reader";
import type { ServiceError, ServiceErrorKind } from "./service-error";

/** A failed call as an error for a person: what the service said, and what mends it. */
export function refusal(error: ServiceError, reader: Reader = ofPulumi): RefusedError {
  const { code, endpoint, httpStatus, requestId } = error.details;
  const where = endpoint === undefined ? "" : ` at ${endpoint}`;
  const facts = [
    error.message.includes(`(${code})`) ? undefined : code,
    httpStatus === undefined ? undefined : `HTTP ${httpStatus}`,
    requestId === undefined ? undefined : `request ${requestId}`,
  ];
  const known = facts.filter(Boolean).join(", ");
  const message = `${error.operation}${where} failed: ${error.message}${known === "" ? "" : ` (${known})`}`;
  const advice = mends[error.kind](error, reader);
  return new RefusedError(message, advice === undefined ? [] : [advice], { cause: error });
}

const endpointAdvice = ({ endpoint }: Reader) => `check ${endpoint} and the region: the service must be offered there`;

const mends: Record<ServiceErrorKind, (error: ServiceError, reader: Reader) => string | undefined> = {
  throttled: (_, { again }) => `the service is busy; ${again} later`,
  denied: ({ operation }, { identity }) =>
    `allow \`cleanrooms-ml:${operation}\` and \`cleanrooms:PassMembership\` for ${identity}`,
  "not-found": (_, { names }) => `check ${names}`,
  conflict: () => undefined,
  validation: () => undefined,
  quota: ({ details: { quotaName, quotaValue } }) =>
    `the quota ${quotaName === undefined ? "" : `"${quotaName}" `}${quotaValue === undefined ? "" : `is ${quotaValue}; it `}is raised in AWS's Service Quotas console, under AWS Clean Rooms ML`,
  credentials: ({ details: { code } }, { credentials }) =>
    code === "WrongAccountError"
      ? `take credentials of an account that is allowed: check ${credentials}`
      : `check ${credentials}; log in again if they expired`,
  unreachable: (_, reader) => endpointAdvice(reader),
  ambiguous: (_, { again }) =>
    `the service may be having an outage; ${again}: it looks at what is there before it asks for anything`,
  aborted: (_, { again }) => `interrupted; ${again}`,
  unexpected: ({ details: { code } }, reader) => (code === "NoRegionError" ? `set ${reader.region}` : endpointAdvice(reader)),
};

/** The service has no record of what the program looks up; `names` is what its id is made of. */
export function notThereError(thing: string, id: string, names = "the ARN, the version"): RefusedError {
  return new RefusedError(`the service has no ${thing} ${id}`, [
    `Check ${names}, the region, and whether the credentials are those of the membership's account.`,
  ]);
}

/** The service has no record of what the state has. */
export function goneError({ thing, verb }: { thing: string; verb: string }, id: string): RefusedError {
  return new RefusedError(`the service has no ${thing} ${id} (any more)`, [
    `\`pulumi refresh\` takes it out of the state, after which \`${upCommand}\` ${verb}s a new one:`,
    refreshCommand,
  ]);
}
