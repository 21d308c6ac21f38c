import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { hiddenKeys } from "../core/run/hidden-keys";
import { PROVIDER_KEY, recordedProvider } from "../core/run/recorded-provider";
import { siblingJobOf } from "../core/values/urns";
import type { Request } from "../handlers/request";
import { defined } from "../utils/defined";
import type { PluginResource } from "./resources";
import { encoded } from "./values";

/** What goes into the state of some outputs. */
export type Recorded = (outputs: object) => Struct;

/**
 * Of outputs that a resource does not have, those that are recorded as null. To most programs an output that is missing is one that is
 * not known yet, and what is built on it would be made anew in every preview; the classes of this package say undefined.
 */
export type Nulls = readonly string[];

/**
 * Outputs as they are recorded: with the text that lets the dynamic host take the stack back, and with what a later request
 * does not say. What stands there for most is nothing.
 */
export function recordedOf({ part }: PluginResource, request: Request, secrets: readonly string[], nulls: Nulls): Recorded {
  const { organization, isAdopted, urn, jobUrn } = request;
  const context = {
    ...(organization === "organization" ? {} : { organization }),
    ...(part !== "waiter" ? {} : defined({ secrets: listed(request.secrets), isAdopted: isAdopted || undefined })),
    // A run may have the waiter alone. Within a component its own URN tells the job's.
    ...(jobUrn && siblingJobOf(urn) === undefined ? { jobUrn } : {}),
  };
  const hidden = {
    [PROVIDER_KEY]: recordedProvider(part),
    ...(Object.keys(context).length === 0 ? {} : { [hiddenKeys.context]: context }),
  };
  const absent = Object.fromEntries(nulls.map((name) => [name, null]));
  return (outputs) => encoded({ ...absent, ...defined(outputs), ...hidden }, secrets);
}

function listed(paths: readonly string[]): readonly string[] | undefined {
  return paths.length === 0 ? undefined : paths;
}
