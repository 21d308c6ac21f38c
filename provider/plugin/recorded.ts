import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { hiddenKeys } from "../core/run/hidden-keys";
import { PROVIDER_KEY, recordedProvider } from "../core/run/recorded-provider";
import type { Request } from "../handlers/request";
import { defined } from "../utils/defined";
import type { PluginResource } from "./resources";
import { encoded } from "./values";

/** What goes into the state of some outputs. */
export type Recorded = (outputs: object) => Struct;

/**
 * Outputs as they are recorded: with the text that lets the dynamic host take the stack back, and with what a later request
 * does not say. What stands there for most is nothing.
 */
export function recordedOf({ part }: PluginResource, request: Request, secrets: readonly string[]): Recorded {
  const { organization, isAdopted } = request;
  const context = {
    ...(organization === "organization" ? {} : { organization }),
    ...(part === "job" ? {} : defined({ secrets: listed(request.secrets), isAdopted: isAdopted || undefined })),
  };
  const hidden = {
    [PROVIDER_KEY]: recordedProvider(part),
    ...(Object.keys(context).length === 0 ? {} : { [hiddenKeys.context]: context }),
  };
  return (outputs) => encoded({ ...outputs, ...hidden }, secrets);
}

function listed(paths: readonly string[]): readonly string[] | undefined {
  return paths.length === 0 ? undefined : paths;
}
