import { exportJobReadings } from "../export-jobs/readings";
import { inferenceJobReadings } from "../inference-jobs/readings";
import { mlConfigurationReadings } from "../ml-configuration/readings";
import { mlInputChannelReadings } from "../ml-input-channels/readings";
import { trainedModelReadings } from "../trained-models/readings";
import { jobReadings } from "./job-readings";
import { type Reading, reading } from "./reading";

export type { Reading } from "./reading";

/** What AWS leaves open of every resource. */
export const sharedReadings = {
  quotaExcess: reading(
    ["402", "create-failed"],
    "402",
    "Over a quota: the create is refused with ServiceQuotaExceededException, or accepted and then CREATE_FAILED. 402: CreateTrainedModel models that error.",
  ),
  listOrder: reading(
    ["newest-first", "oldest-first"],
    "newest-first",
    "The order of both lists. AWS's documents do not say; most AWS lists begin with the newest.",
  ),
  listLag: reading(
    ["none", "lagging"],
    "none",
    "Whether a new model is missing in the lists for a time (listLagSeconds). None: AWS's documents do not speak of eventual consistency.",
  ),
} as const;

/** Every question that AWS's documents leave open, as an option of the emulator. Software must work under each answer. */
export const readings = {
  ...trainedModelReadings,
  ...sharedReadings,
  ...mlInputChannelReadings,
  ...jobReadings,
  ...inferenceJobReadings,
  ...exportJobReadings,
  ...mlConfigurationReadings,
} as const;

/** An answer for every open question. */
export type Readings = { [N in keyof typeof readings]: (typeof readings)[N]["values"][number] };

/** The name of an open question. */
export type ReadingName = keyof Readings;

/** The default answer to every open question. */
export const defaultReadings = Object.fromEntries(
  Object.entries(readings).map(([name, { default: value }]) => [name, value]),
) as Readings;

/**
 * The given answers, with the defaults for the rest. If a name or a value does not exist, the error lists those that exist.
 *
 * @example
 * ```typescript
 * import { resolveReadings, startEmulator } from "pulumi-cleanroomsml/emulator";
 *
 * const readings = resolveReadings({ nameReuse: process.env.NAME_REUSE });
 * export const service = startEmulator({ readings });
 * ```
 */
export function resolveReadings(given: Readonly<Record<string, string | undefined>> = {}): Readings {
  const table: Readonly<Record<string, Reading<string>>> = readings;
  for (const [name, value] of Object.entries(given)) {
    const known = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!known) throw new RangeError(`there is no reading ${name}; there are ${Object.keys(table).join(", ")}`);
    if (value !== undefined && !known.values.includes(value))
      throw new RangeError(`${name} is one of ${known.values.join(", ")}, not ${value}`);
  }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...defaultReadings, ...set };
}
