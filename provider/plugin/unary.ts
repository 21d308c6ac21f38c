import type { handleServerStreamingCall, handleUnaryCall } from "@grpc/grpc-js";
import { isRecord } from "../utils/guards";
import { messageOf } from "../utils/thrown";
import { failed, type GrpcError } from "./errors";
import { grpc } from "./pulumi";

/** A method of the service out of a function: what it throws is an error of gRPC. */
export function unary<Question, Answer>(work: (question: Question) => Promise<Answer>): handleUnaryCall<Question, Answer> {
  return ({ request }, done) => {
    // What throws before it waits is an error of gRPC too.
    const answer = async () => work(request);
    answer().then(
      (found) => done(null, found),
      (error: unknown) => done(grpcErrorOf(error)),
    );
  };
}

function grpcErrorOf(error: unknown): GrpcError {
  return isGrpcError(error) ? error : failed(messageOf(error));
}

function isGrpcError(error: unknown): error is GrpcError {
  return isRecord(error) && typeof error.code === "number" && typeof error.details === "string";
}

/** A method that the package has no use for; the engine knows that answer. */
export const unimplemented: handleUnaryCall<unknown, never> = (_, done) => done(noSuchMethod());

export const unimplementedStream: handleServerStreamingCall<unknown, never> = (call) => {
  call.emit("error", noSuchMethod());
};

function noSuchMethod(): GrpcError {
  return { code: grpc.status.UNIMPLEMENTED, details: "the package cleanroomsml does not implement this method" };
}
