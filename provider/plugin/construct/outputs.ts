import { Output, type Resource, secret } from "@pulumi/pulumi";
import { isRecord } from "../../utils/guards";

/**
 * A component's outputs as programs of other languages want them. What it does not have is null: to most of them an output that is
 * missing is one that is not known yet, and what is built on it would be made anew in every preview.
 */
export function statePropertiesOf(
  component: Resource,
  names: readonly string[],
  secrets: readonly string[],
): Record<string, Output<unknown>> {
  const all: Record<string, unknown> = { ...component };
  return Object.fromEntries(
    names.map((name) => {
      const value = held(all[name]).apply(withNulls);
      return [name, secrets.includes(name) ? secret(value) : value];
    }),
  );
}

function held(value: unknown): Output<unknown> {
  return Output.isInstance(value) ? value : Output.create(value);
}

function withNulls(value: unknown): unknown {
  if (value === undefined) return null;
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNulls(item)]));
}
