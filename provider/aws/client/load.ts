import { firstLineOf } from "../../utils/thrown";
import { memberPaths } from "./members";
import { type ClientModule, operationNames } from "./module";

const OFFICIAL = "@aws-sdk/client-cleanroomsml";

/** The requests that say what is made: a member of one that is dropped would be missed. */
const requests = [
  "CreateTrainedModelRequest$",
  "CreateMLInputChannelRequest$",
  "StartTrainedModelInferenceJobRequest$",
  "StartTrainedModelExportJobRequest$",
  "PutMLConfigurationRequest$",
] as const;

/** The client that was chosen. */
export interface LoadedClient {
  kind: "builtin" | "official";
  module: ClientModule;
  /** Why it is this one. */
  reason: string;
  /** Whether the reason is one that a person should hear of. */
  warn: boolean;
}

/** Where to look, and what is forced. */
export interface LoadOptions {
  /** Folders from which AWS's package is looked for; the first that has it wins. */
  paths?: string[];
  /** The value of CLEANROOMSML_CLIENT. */
  force?: string | undefined;
}

/**
 * AWS's own client when it is installed and knows all that is sent, else this package's.
 *
 * A client drops a member that its schema lacks without a word: with an older release the wrong member of a collaboration would pay
 * for a training. So a client that lacks one, or cannot be asked, is not used unless it is forced.
 */
export function loadClient({
  paths = [__dirname, process.cwd()],
  force = process.env.CLEANROOMSML_CLIENT,
}: LoadOptions = {}): LoadedClient {
  // Its runtime, and that of the STS client, would print a paragraph on stderr under Node 20, in the middle of Pulumi's display.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  if (force !== undefined && force !== "" && force !== "builtin" && force !== "official") {
    throw new TypeError(`CLEANROOMSML_CLIENT is "${force}"; it can be "builtin" or "official"`);
  }
  if (force === "builtin") return builtin("CLEANROOMSML_CLIENT says so", false);
  const found = findOfficial(paths);
  if (force === "official") {
    if (!found) throw new Error(`CLEANROOMSML_CLIENT is "official", but ${OFFICIAL} is not installed`);
    if (!found.module) throw new Error(`CLEANROOMSML_CLIENT is "official", but ${OFFICIAL} ${found.unusable}`);
    const { module, lacks } = found;
    return { kind: "official", module, reason: `CLEANROOMSML_CLIENT says so${lacks && `, though ${lacks}`}`, warn: lacks !== "" };
  }
  if (!found) return builtin(`${OFFICIAL} is not installed`, false);
  if (!found.module) return builtin(`${OFFICIAL} ${found.unusable}`, true);
  if (found.lacks) return builtin(`${OFFICIAL} is installed, but ${found.lacks}; a newer release of it is used`, true);
  return { kind: "official", module: found.module, reason: `${OFFICIAL} is installed`, warn: false };
}

function builtin(reason: string, warn: boolean): LoadedClient {
  return { kind: "builtin", module: ownClient().module, reason, warn };
}

/** Required only here, so that nothing of the SDK is loaded before there is something to call. */
function ownClient() {
  const own = require("./builtin") as typeof import("./builtin");
  return { module: own, sends: requests.flatMap((request) => memberPaths(own[request])) };
}

type Official = { module: ClientModule; lacks: string } | { module?: undefined; unusable: string };

function findOfficial(paths: string[]): Official | undefined {
  let path: string;
  try {
    path = require.resolve(OFFICIAL, { paths });
  } catch {
    return undefined;
  }
  try {
    const module: object = require(path);
    if (!isClientModule(module)) return { unusable: `has no ${missingIn(module).join(", ")}` };
    const knows = new Set(requests.flatMap((request) => memberPaths(Reflect.get(module, request))));
    const unknown = ownClient().sends.filter((member) => !knows.has(member));
    if (knows.size === 0) return { module, lacks: "it does not say which members it sends" };
    return { module, lacks: unknown.length > 0 ? `it does not send ${unknown.join(", ")}` : "" };
  } catch (error) {
    return { unusable: `cannot be loaded (${firstLineOf(error)})` };
  }
}

function isClientModule(module: object): module is ClientModule {
  return missingIn(module).length === 0;
}

function missingIn(module: object): string[] {
  const needed = ["CleanRoomsMLClient", ...operationNames.map((name) => `${name}Command`)];
  return needed.filter((name) => typeof Reflect.get(module, name) !== "function");
}
