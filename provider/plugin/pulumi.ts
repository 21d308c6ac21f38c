import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import type * as ErrorMessages from "@pulumi/pulumi/proto/errors_pb";
import type * as PluginMessages from "@pulumi/pulumi/proto/plugin_pb";
import type * as ProviderServices from "@pulumi/pulumi/proto/provider_grpc_pb";
import type * as ProviderMessages from "@pulumi/pulumi/proto/provider_pb";
import type * as GoogleAny from "google-protobuf/google/protobuf/any_pb";
import type * as GoogleEmpty from "google-protobuf/google/protobuf/empty_pb";
import type * as GoogleStruct from "google-protobuf/google/protobuf/struct_pb";

/** `require` as Pulumi's SDK has it: each of its messages exists once in a process, in every layout of packages. */
export function requireOfPulumi(): NodeJS.Require {
  return createRequire(manifestOfPulumi());
}

function manifestOfPulumi(): string {
  try {
    return createRequire(__filename).resolve("@pulumi/pulumi/package.json");
  } catch {
    // The engine shows this text as it stands, and would show a stack as it stands.
    process.stderr.write("@pulumi/pulumi is not installed: run `npm install @pulumi/pulumi` in the folder of the project\n");
    process.exit(1);
  }
}

const ofPulumi = requireOfPulumi();

/** The message of an error that carries more than a text (google.rpc.Status). */
interface StatusMessage {
  setCode(code: number): void;
  setMessage(message: string): void;
  addDetails(detail: GoogleAny.Any): void;
  serializeBinary(): Uint8Array;
}

export const grpc: typeof Grpc = ofPulumi("@grpc/grpc-js");
export const messages: typeof ProviderMessages = ofPulumi("@pulumi/pulumi/proto/provider_pb");
export const { ResourceProviderService }: typeof ProviderServices = ofPulumi("@pulumi/pulumi/proto/provider_grpc_pb");
export const { InputPropertiesError }: typeof ErrorMessages = ofPulumi("@pulumi/pulumi/proto/errors_pb");
export const { PluginInfo }: typeof PluginMessages = ofPulumi("@pulumi/pulumi/proto/plugin_pb");
export const { Status }: { Status: new () => StatusMessage } = ofPulumi("@pulumi/pulumi/proto/status_pb");
export const { Any }: typeof GoogleAny = ofPulumi("google-protobuf/google/protobuf/any_pb");
export const { Empty }: typeof GoogleEmpty = ofPulumi("google-protobuf/google/protobuf/empty_pb");
export const { Struct }: typeof GoogleStruct = ofPulumi("google-protobuf/google/protobuf/struct_pb");
