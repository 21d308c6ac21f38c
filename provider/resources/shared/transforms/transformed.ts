import {
  type ComponentResource,
  type ComponentResourceOptions,
  type Input,
  isUnknown,
  log,
  Output,
  output,
  runtime,
  secret,
} from "@pulumi/pulumi";
import { hiddenKeys, isHidden } from "../../../core/run/hidden-keys";
import { isRecord } from "../../../utils/guards";
import { bareUrn } from "../output-internals";
import type { ResourceTypes } from "../resource-types";
import { TransformationsSeen } from "./seen-transformations";
import { seenByTransforms, watchTransforms } from "./seen-transforms";

type Tags = Input<Record<string, Input<string>> | undefined>;

/** The properties that a program's transforms give a component, of which tags reach its job. */
export class Transformed {
  readonly #types: ResourceTypes;
  readonly #opts: ComponentResourceOptions;
  readonly #transformations = new TransformationsSeen();

  constructor(types: ResourceTypes, opts: ComponentResourceOptions) {
    this.#types = types;
    this.#opts = opts;
  }

  /** The component's properties: one that is nothing, and is awaited before the component is registered. */
  get properties(): Record<string, unknown> {
    const { parent, transforms } = this.#opts;
    return { [hiddenKeys.watched]: watchTransforms(parent, (transforms ?? []).length > 0) };
  }

  get options(): ComponentResourceOptions {
    return { ...this.#opts, transformations: [this.#transformations.first, ...(this.#opts.transformations ?? [])] };
  }

  /** The program's tags and those of the transforms, which win. Never an Output of the component: its job would wait for itself. */
  tags(component: ComponentResource, name: string, own: Tags): Tags {
    this.#transformations.takeFrom(component);
    // The SDK and the context look into an Output within a promise, which its types do not have.
    return this.#mergedTags(component, name, own) as Tags;
  }

  async #mergedTags(component: ComponentResource, name: string, own: Tags) {
    await bareUrn(component);
    const found = await seenByTransforms(this.#types.component, this.#opts.parent, name);
    const seen = found ?? this.#transformations.properties ?? {};
    warnOfOthers(component, this.#types, seen);
    return merged(own, seen.tags);
  }
}

/** Key by key, so that what is not known yet, or secret, does not make the other tags so; unless it is the whole map. */
function merged(own: Tags, found: unknown): Tags {
  if (found === undefined) return own;
  const theirs = runtime.isRpcSecret(found) ? secretValues(runtime.unwrapRpcSecret(found)) : found;
  if (isWhole(theirs)) return output([own, theirs] as const).apply(([mine, others]) => ({ ...mine, ...others }));
  if (!isMap(theirs)) return own;
  if (own === undefined || isMap(own)) return { ...own, ...theirs };
  return output(own).apply((mine) => ({ ...mine, ...theirs }));
}

/** The engine tells of a map with one secret that the whole map is secret. */
function secretValues(tags: unknown): unknown {
  if (!isMap(tags)) return tags;
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, isUnknown(value) ? value : secret(value)]));
}

/** Whether the keys are not there to be seen. */
function isWhole(tags: unknown): tags is Output<Record<string, string> | undefined> {
  return Output.isInstance(tags) || tags instanceof Promise || isUnknown(tags);
}

/** The values are checked with those of the program. */
function isMap(tags: unknown): tags is Record<string, Input<string>> {
  return isRecord(tags) && !isWhole(tags);
}

function warnOfOthers(component: ComponentResource, types: ResourceTypes, properties: Record<string, unknown>): void {
  const others = Object.keys(properties).filter((key) => key !== "tags" && !isHidden(key));
  if (others.length === 0) return;
  log.warn(
    `a transform sets ${others.map((key) => `\`${key}\``).join(", ")} on the component, where only \`tags\` reach the training. Match the type \`${types.job}\` instead: its transform sees every input.`,
    component,
  );
}
