import type { ServiceError } from "@grpc/grpc-js";
import { UnfinishedError } from "../handlers/failures";
import { messageOf } from "../utils/thrown";
import { inOwnWords } from "./own-words";
import { Any, grpc, messages, Status } from "./pulumi";
import type { Recorded } from "./recorded";

/** An error as gRPC sends it. */
export type GrpcError = Pick<ServiceError, "code" | "details"> & Partial<Pick<ServiceError, "metadata">>;

/** A text without the secrets of the provider. */
export type Blanked = (text: string) => string;

/**
 * What a handler throws, as the engine takes it. Never UNKNOWN, which would mark the run as perhaps corrupt. `recorded` makes
 * outputs of a resource that was cut short.
 */
export async function asGrpcErrors<T>(blanked: Blanked, recorded: Recorded | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const text = blanked(inOwnWords(messageOf(error)));
    if (error instanceof UnfinishedError && recorded !== undefined) throw initFailure(error, text, recorded);
    throw failed(text);
  }
}

/** A plain failure. */
export function failed(details: string): GrpcError {
  return { code: grpc.status.FAILED_PRECONDITION, details };
}

/** The error that keeps a resource in the state: the next `pulumi up` calls its `update`. */
function initFailure({ id, outputs }: UnfinishedError, text: string, recorded: Recorded): GrpcError {
  const detail = new messages.ErrorResourceInitFailed();
  detail.setId(id);
  detail.setProperties(recorded(outputs));
  detail.setReasonsList([text]);
  return withDetail(text, detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
}

/** An error that carries a message of Pulumi's. */
export function withDetail(details: string, message: Uint8Array, type: string, code = grpc.status.UNKNOWN): GrpcError {
  const status = new Status();
  status.setCode(code);
  status.setMessage(details);
  const any = new Any();
  any.pack(message, type);
  status.addDetails(any);
  const metadata = new grpc.Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return { code, details, metadata };
}
