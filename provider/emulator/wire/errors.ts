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

const modelledErrors = [
  "AccessDeniedException",
  "ConflictException",
  "InternalServiceException",
  "ResourceNotFoundException",
  "ServiceQuotaExceededException",
  "ThrottlingException",
  "ValidationException",
] as const;

/** The name of an error that the service model has. */
export type ModelledError = (typeof modelledErrors)[number];

/** One of the model's errors, with the HTTP status that the model gives it. */
export function modelled(code: ModelledError, message: string, members: Readonly<Record<string, unknown>> = {}): WireError {
  return new WireError(code, statusOf(code), message, members);
}

/** The error of an input that breaks a rule. */
export function invalid(message: string): WireError {
  return modelled("ValidationException", message);
}

/** The HTTP status of an error name, modelled or common to AWS services. */
export function statusOf(code: string): number {
  const common: Readonly<Record<string, number>> = {
    ExpiredTokenException: 403,
    ServiceUnavailableException: 503,
    UnrecognizedClientException: 403,
  };
  const isModelled = modelledErrors.some((one) => one === code);
  return (isModelled ? shapeOf(code).error?.httpStatusCode : common[code]) ?? 400;
}
