import type { Member } from "../core/run/recorded-provider";
import type { Values } from "../core/values/pick";
import { handlersOf, type ResourceType } from "../handlers";
import type { Handlers, ReadAnswer } from "../handlers/handlers";
import type { Run } from "../handlers/run";
import { configurationOutputNames } from "../kinds/ml-configuration/outputs";
import { importedJob, importedWaiter } from "../kinds/trained-model/imported";
import { ownMaps } from "../kinds/trained-model/inputs";
import { jobOutputNames } from "../kinds/trained-model/outputs";
import { unknownsOf } from "../kinds/trained-model/unknowns";
import { recordedOfWaiter } from "../kinds/trained-model/waiter-outputs";

/** One type of resource, as the plugin serves it. */
export interface PluginResource {
  handlers: Handlers;
  /** What it is: a paid job, the wait for one, … Also how the dynamic host calls it. */
  part: Member;
  /** The unknown paths that a change is behind, of all that are unknown. */
  unknownsOf(values: Values, unknowns: readonly string[]): string[];
  /** Inputs whose entries the program names itself: one that holds null is worth a word. */
  maps: readonly string[];
  /** What a program is told, null where there is none. */
  outputs: readonly string[];
  /** What a read of something that no state has found, with the inputs as a program would write them. */
  imported(id: string, found: ReadAnswer): ReadAnswer;
}

/** Every type of resource, by the last part of its token. */
export function resourcesOf(run: Run): Record<ResourceType, PluginResource> {
  const { MlConfiguration, TrainingJob, TrainingWaiter } = handlersOf(run);
  return {
    MlConfiguration: {
      handlers: MlConfiguration,
      part: "mlConfiguration",
      unknownsOf: (_, unknowns) => [...unknowns],
      maps: [],
      outputs: configurationOutputNames,
      imported: (_, found) => found,
    },
    TrainingJob: {
      handlers: TrainingJob,
      part: "job",
      unknownsOf,
      maps: ownMaps,
      outputs: jobOutputNames,
      imported: importedJob,
    },
    TrainingWaiter: {
      handlers: TrainingWaiter,
      part: "waiter",
      unknownsOf: (_, unknowns) => [...unknowns],
      maps: [],
      outputs: recordedOfWaiter,
      imported: importedWaiter,
    },
  };
}
