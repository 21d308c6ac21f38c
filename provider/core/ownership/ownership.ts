import { isSameTraining } from "../../kinds/trained-model/diff";
import type { JobInputs } from "../../kinds/trained-model/inputs";
import { autoName, isNameOf } from "../../kinds/trained-model/request";
import { inputsOf } from "../../kinds/trained-model/service-inputs";
import { phaseOf } from "../../kinds/trained-model/statuses";
import type { Found } from "./found";
import { MARK_KEY, markOf, OWNER_KEY, ownerOf } from "./marks";

/**
 * What a model is to a resource that is about to train.
 *
 * - `unrecorded`: its own, of these inputs; an interrupted create left it behind.
 * - `other-training`: its own, of other inputs; an interrupted create left it behind.
 * - `already-trained`: its own, of these inputs, recorded before the program had others.
 * - `namesake`: of its given name and these inputs, with no tag that says whose it is.
 */
export type Standing = "unrecorded" | "other-training" | "already-trained" | "namesake" | undefined;

/**
 * `recorded` are the inputs that the state holds for the resource, or undefined for a first create. After
 * `pulumi state taint` the engine passes none either, so the two cannot be told apart.
 */
export function standingOf(
  { ref, model }: Found,
  tags: Record<string, string>,
  inputs: JobInputs,
  recorded: object | undefined,
): Standing {
  const phase = phaseOf(model.status);
  const [mark, recordedMark] = [markOf(inputs), recorded && markOf(recorded)];
  const isAsked = isSameTraining(inputsOf(model, inputs), inputs);
  // The chosen name holds a hash of the owner: it tells whose a model is where tags are denied or shared by versions.
  const isOwnByName = inputs.name === undefined && isNameOf(autoName(inputs), model.name);
  const mayShareTags = ref.versionIdentifier !== undefined;
  const isOwn = tags[OWNER_KEY] === ownerOf(inputs.__context) && (!mayShareTags || inputs.name !== undefined || isOwnByName);
  const isTagless = tags[OWNER_KEY] === undefined;
  const mayBeSiblings = mayShareTags && !isOwn;
  const isRecorded = recordedMark === mark;
  if (isOwn && tags[MARK_KEY] === mark && isAsked) return "unrecorded";
  if (isOwn && ![undefined, mark, recordedMark].includes(tags[MARK_KEY])) return "other-training";
  if (!isAsked) return undefined;
  if (isOwnByName && phase === "training" && (isTagless || (mayBeSiblings && !isRecorded))) return "unrecorded";
  if (inputs.name === model.name && isTagless && !isRecorded) return "namesake";
  if ((isOwn || isOwnByName) && phase === "active" && recorded !== undefined && !isRecorded) return "already-trained";
  return undefined;
}
