import { TypeRegistry } from "@smithy/core/schema";
import type { $SchemaRef, StaticErrorSchema } from "@smithy/types";
import { keysOf } from "../../utils/keys-of";
import { CleanRoomsMLServiceException, exceptions } from "./errors";
import { namespace, number, text } from "./schema";

const failure = (name: string, httpError: number, optional: Record<string, $SchemaRef> = {}): StaticErrorSchema => {
  const error = httpError < 500 ? "client" : "server";
  const members: Record<string, $SchemaRef> = { message: text, ...optional };
  return [-3, namespace, name, { error, httpError }, Object.keys(members), Object.values(members), 1];
};

/** The errors, by name. */
export const errorSchemas: Record<keyof typeof exceptions, StaticErrorSchema> = {
  AccessDeniedException: failure("AccessDeniedException", 403),
  ConflictException: failure("ConflictException", 409),
  InternalServiceException: failure("InternalServiceException", 500),
  ResourceNotFoundException: failure("ResourceNotFoundException", 404),
  ServiceQuotaExceededException: failure("ServiceQuotaExceededException", 402, { quotaName: text, quotaValue: number }),
  ThrottlingException: failure("ThrottlingException", 429),
  ValidationException: failure("ValidationException", 400),
};

// The namespaces are AWS's own, so that errors of this client and of the official one are instances of each other's classes.
const bases = TypeRegistry.for(`smithy.ts.sdk.synthetic.${namespace}`);
bases.registerError(
  [-3, `smithy.ts.sdk.synthetic.${namespace}`, "CleanRoomsMLServiceException", 0, [], []],
  CleanRoomsMLServiceException,
);
const registry = TypeRegistry.for(namespace);
for (const name of keysOf(errorSchemas)) registry.registerError(errorSchemas[name], exceptions[name]);

/** Where the runtime finds the class of an error answer. */
export const errorTypeRegistries = [bases, registry];
