import type { Alias, CustomResourceOptions, Input, URN } from "@pulumi/pulumi";
import type { Member } from "../../core/run/recorded-provider";
import { defined } from "../../utils/defined";
import { hostOfProgram } from "./host";
import { withProvider } from "./recorded-provider";
import { requireSeenKeys } from "./seen-keys";

/** The resources of a kind, in the words of each host. */
export interface TypesOfHosts<Part extends string> {
  dynamic: Record<Part, string>;
  plugin: Record<Part, string>;
}

/** One of them. */
export interface Registered<Part extends Member> extends TypesOfHosts<Part> {
  part: Part;
}

/** In the words of the host that this program has. */
export function typesHere<Part extends string>({ dynamic, plugin }: TypesOfHosts<Part>): Record<Part, string> {
  return hostOfProgram() === "plugin" ? plugin : dynamic;
}

/** What a constructor hands on to Pulumi's SDK. */
export interface Registration {
  type: string;
  properties: Record<string, unknown>;
  options: CustomResourceOptions;
}

/**
 * A resource as the host of the program has it. Under an alias it is the same resource to the other host, so a stack moves from one
 * to the other. `hideDiffs` are of use where no diff names paths.
 */
export function registrationOf<Part extends Member>(
  { part, dynamic, plugin }: Registered<Part>,
  properties: Record<string, unknown>,
  opts: CustomResourceOptions,
  hideDiffs: () => string[],
): Registration {
  if (hostOfProgram() === "plugin") {
    requireSeenKeys(plugin[part], opts);
    const options = { ...opts, aliases: withType(opts.aliases, dynamic[part]), ...timeoutsOf(part, opts) };
    return { type: plugin[part], properties, options };
  }
  const options = { ...opts, aliases: withType(opts.aliases, plugin[part]), ...defined({ hideDiffs: hideDiffs() }) };
  return { type: dynamic[part], properties: withProvider(properties, part), options };
}

/** A wait that goes on is an update, and may take as long as the wait that it is the rest of. The plugin is told the time-out of the one action. */
function timeoutsOf(part: Member, { customTimeouts }: CustomResourceOptions): CustomResourceOptions {
  if (part !== "waiter" || customTimeouts?.create === undefined) return {};
  return { customTimeouts: { ...customTimeouts, update: customTimeouts.update ?? customTimeouts.create } };
}

type Aliases = Input<URN | Alias>[];

/** The program's aliases, and each of them with the other type: a resource may be renamed as it moves. */
function withType(aliases: Aliases = [], type: string): Aliases {
  const also = aliases.flatMap((alias) => (isSpec(alias) && alias.type === undefined ? [{ ...alias, type }] : []));
  return [...aliases, { type }, ...also];
}

function isSpec(alias: Input<URN | Alias>): alias is Alias {
  return typeof alias === "object" && alias !== null && !("then" in alias) && !("apply" in alias);
}
