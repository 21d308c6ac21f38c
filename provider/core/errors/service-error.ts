/**
 * What a failed call means to the rules.
 *
 * - `ambiguous`: the service may or may not have acted (5xx, a dropped connection, a time-out, an answer that is no answer).
 * - `unreachable`: no request reached the service (name not found, connection refused).
 * - `credentials`: there are none, they expired, or their signature is refused.
 */
export type ServiceErrorKind =
  | "throttled"
  | "denied"
  | "not-found"
  | "conflict"
  | "validation"
  | "quota"
  | "credentials"
  | "unreachable"
  | "ambiguous"
  | "aborted"
  | "unexpected";

/** Facts about a failed call that some kinds carry. */
export interface ServiceErrorDetails {
  /** The service's error name, e.g. `ValidationException`, or Node's code, e.g. `ECONNREFUSED`. */
  code: string;
  httpStatus?: number | undefined;
  requestId?: string | undefined;
  /** Of a ServiceQuotaExceededException. */
  quotaName?: string | undefined;
  quotaValue?: number | undefined;
  /** Where the request went, without a path. */
  endpoint?: string | undefined;
  cause?: unknown;
}

/** A call to Clean Rooms ML failed; `kind` says what that means, `message` is the service's own. */
export class ServiceError extends Error {
  override readonly name = "ServiceError" as const;
  constructor(
    readonly operation: string,
    readonly kind: ServiceErrorKind,
    message: string,
    readonly details: ServiceErrorDetails,
  ) {
    super(message, { cause: details.cause });
  }
}

/** Structural, since the host may hold two copies of this module. */
export function isServiceError(error: unknown, ...kinds: ServiceErrorKind[]): error is ServiceError {
  if (!(error instanceof Error) || error.name !== "ServiceError" || !("kind" in error)) return false;
  return kinds.length === 0 || kinds.some((kind) => kind === error.kind);
}
