import type { CustomResourceOptions } from "@pulumi/pulumi";
import { hiddenKeys } from "../../core/run/hidden-keys";
import { defined } from "../../utils/defined";
import { chainedPaths, contextFor, movingPaths, organizationName } from "./hidden-inputs";
import { hostOfProgram } from "./host";
import { leftOutEntries } from "./left-out";
import { type FoundOutput, outputsIn } from "./outputs-in";

/** What every resource of a class has in common. */
interface ResourceClass<Part extends string> {
  types: Record<Part, string>;
  outputs: readonly string[];
}

/** A class, and which part of its kind it is. */
interface PropertiesClass<Part extends string> extends ResourceClass<Part> {
  part: Part;
  /** Inputs that are maps of the program's own keys. */
  ownMaps?: readonly string[];
}

/** The properties that a resource registers: the program's inputs, what the host has to be told, and a place for each output. */
export function resourceProperties<Part extends string>(
  name: string,
  args: object,
  opts: CustomResourceOptions,
  { types, part, outputs, ownMaps = [] }: PropertiesClass<Part>,
): Record<string, unknown> {
  const context = async () => {
    const found = await outputsIn(args);
    if (hostOfProgram() === "plugin") return passingContext(types, found, args, ownMaps);
    const { create, delete: remove } = opts.customTimeouts ?? {};
    const more = { timeouts: defined({ create, delete: remove }), ...defined({ replaceOnChanges: opts.replaceOnChanges }) };
    const [recorded, moving, leftOut] = await Promise.all([
      contextFor(name, types, part, opts.parent, found, more),
      movingPaths(found),
      leftOutEntries(args, ownMaps),
    ]);
    return { ...recorded, ...defined({ moving, leftOut }) };
  };
  return { ...placesOf(outputs), ...args, [hiddenKeys.context]: context() };
}

/** What a class tells the plugin, which takes it out again: it is true of one run alone. The engine tells the rest. */
async function passingContext(
  types: Readonly<Record<string, string>>,
  found: readonly FoundOutput[],
  args: object,
  ownMaps: readonly string[],
) {
  const [chained, moving, leftOut] = await Promise.all([
    chainedPaths(types, found),
    movingPaths(found),
    leftOutEntries(args, ownMaps),
  ]);
  return { program: "node", organization: organizationName(), ...defined({ chained: listed(chained), moving, leftOut }) };
}

function listed(paths: string[]): string[] | undefined {
  return paths.length === 0 ? undefined : paths;
}

/** What the component knows of the job that is waited for. */
export interface WaiterContext {
  jobUrn: Promise<string>;
  /** The job's arguments, whose secrets the service may repeat in a message. */
  jobArgs: object;
  isAdopted: boolean;
}

/** The properties that a waiter registers. */
export function waiterProperties(
  name: string,
  args: object,
  opts: CustomResourceOptions,
  { types, outputs }: ResourceClass<"waiter">,
  { jobUrn, jobArgs = {}, isAdopted }: Partial<WaiterContext>,
): Record<string, unknown> {
  // A host of our own knows the job behind an id.
  if (hostOfProgram() === "plugin") return { ...placesOf(outputs), ...args, [hiddenKeys.context]: { program: "node" } };
  const context = async () => {
    const known = {
      timeouts: defined({ ...opts.customTimeouts }),
      ...defined({ jobUrn: await jobUrn, isAdopted: isAdopted || undefined }),
    };
    return contextFor(name, types, "waiter", opts.parent, await outputsIn(jobArgs), known);
  };
  return { ...placesOf(outputs), ...args, [hiddenKeys.context]: context() };
}

/** A dynamic resource has an output only where it was registered with a property of that name. */
function placesOf(outputs: readonly string[]): Record<string, undefined> {
  return Object.fromEntries(outputs.map((output) => [output, undefined]));
}
