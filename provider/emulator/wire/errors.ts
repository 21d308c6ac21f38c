import { shapeOf } from "../../service/model";

/** An error as it goes over the wire: REST-JSON has the name in a header and the members in the body. */
export class WireError extends Error {
  constructor(
    /** AWS's name of the error, e.g. `ConflictException`. */
    readonly code: string,
    readonly status: number,
    message: string,
    /** Members beside the message, e.g. `quotaName`. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** The errors that the service model has. */
export type ModelledError =
  | "AccessDeniedException"
  | "ConflictException"
  | "InternalServiceException"
  | "ResourceNotFoundException"
  | "ServiceQuotaExceededException"
  | "ThrottlingException"
  | "ValidationException";

/** One of the model's errors, with the HTTP status that the model gives it. */
export function modelled(code: ModelledError, message: string, members: Readonly<Record<string, unknown>> = {}): WireError {
  return new WireError(code, shapeOf(code).error?.httpStatusCode ?? 500, message, members);
}

/** The HTTP status of an error name, modelled or common to AWS services. */
export function statusOf(code: string): number {
  const common: Readonly<Record<string, number>> = {
    AccessDeniedException: 403,
    ConflictException: 409,
    ExpiredTokenException: 403,
    InternalServiceException: 500,
    ResourceNotFoundException: 404,
    ServiceQuotaExceededException: 402,
    ServiceUnavailableException: 503,
    ThrottlingException: 429,
    UnrecognizedClientException: 403,
  };
  return common[code] ?? 400;
}
