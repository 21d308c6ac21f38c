import { ServiceException, type ServiceExceptionOptions } from "@smithy/core/client";

/** What every error of Clean Rooms ML is an instance of, the unmodelled ones included. */
export class CleanRoomsMLServiceException extends ServiceException {
  constructor(options: ServiceExceptionOptions) {
    super(options);
    Object.setPrototypeOf(this, CleanRoomsMLServiceException.prototype);
  }
}

type ExceptionOptions = Partial<ServiceExceptionOptions>;

/** The classes differ in their name and in whose fault they are; the runtime fills in the rest from the answer. */
function exception<Name extends string>(name: Name, $fault: "client" | "server") {
  return class extends CleanRoomsMLServiceException {
    override readonly name: Name = name;
    constructor(options: ExceptionOptions = {}) {
      super({ $metadata: {}, ...options, name, $fault });
      Object.setPrototypeOf(this, new.target.prototype);
    }
  };
}

/** HTTP 403. */
export class AccessDeniedException extends exception("AccessDeniedException", "client") {}

/** HTTP 409. */
export class ConflictException extends exception("ConflictException", "client") {}

/** HTTP 500; only CreateTrainedModel models it. */
export class InternalServiceException extends exception("InternalServiceException", "server") {}

/** HTTP 404. */
export class ResourceNotFoundException extends exception("ResourceNotFoundException", "client") {}

/** HTTP 402, not 429. */
export class ServiceQuotaExceededException extends exception("ServiceQuotaExceededException", "client") {
  quotaName?: string | undefined;
  quotaValue?: number | undefined;
}

/** HTTP 429. */
export class ThrottlingException extends exception("ThrottlingException", "client") {}

/** HTTP 400. */
export class ValidationException extends exception("ValidationException", "client") {}

/** Every modelled error, by the name that the service answers. */
export const exceptions = {
  AccessDeniedException,
  ConflictException,
  InternalServiceException,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  ThrottlingException,
  ValidationException,
};
