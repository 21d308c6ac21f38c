import type { Reason } from "../core/values/reasons";
import type { Use } from "../kinds/trained-model/check/instance-hours";

/** What a preview would do to one trained model. */
export interface PlannedChange {
  name: string;
  kind: "train" | "train-again" | "take-over" | "update" | "wait" | "delete" | "forget";
  /** The API's paths with old and new values; none of a secret. */
  reasons: Reason[];
  /** Of a training: the most it can use. */
  use?: Use;
  /** Its own `maxInstanceHours`, in the place of the stack's. */
  ownLimit?: number;
  /** What is lost: the model whose output is deleted, and when it was trained. */
  loses?: { id: string; trainedAt?: string };
  /** The deleted model that a new one is likely to be under another name or parent, and the other way round. */
  twin?: Twin;
  /** The models that it is trained on top of, by name where the stack has them. */
  standsOn: string[];
  /** What else trains because this one does. */
  alsoTrains: string[];
}

/** The other of two resources that ask for the same training. */
export interface Twin {
  name: string;
  /** The option of the new resource that keeps the model, and trains nothing; none where no alias leads there. */
  aliases?: string;
  /** Every input could be compared: none is secret or not known yet. */
  isSure: boolean;
}

/** A line about a model, or about the whole stack. */
export interface Note {
  model?: string;
  text: string;
}

/** Everything that a person decides on, out of a preview. */
export interface Report {
  stack?: string;
  isFailed: boolean;
  errors: Note[];
  models: PlannedChange[];
  /** Models of which nothing changes; undefined unless the preview lists them (`--show-sames`). */
  unchangedModels?: number;
  /** Pulumi's count of unchanged parts of any kind. */
  unchangedResources: number;
  /** Of all trainings together. */
  instanceHours: Pick<Use, "instanceHours" | "isBounded" | "isKnown">;
  warnings: Note[];
  infos: Note[];
  /** Steps of resources that are no trained models, by operation. */
  others: Record<string, number>;
  /** Gates of the command that the preview does not pass. */
  breaches: string[];
}

/** The changes that pay for a training. */
export function trainingsOf({ models }: Report): PlannedChange[] {
  return models.filter(({ kind }) => kind === "train" || kind === "train-again");
}
