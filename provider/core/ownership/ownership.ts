import type { Job, JobContext, JobInputs } from "../job/kind";
import { isSameWork } from "../values/diff";
import { versionOf } from "../values/ids";
import { MARK_KEY, markOf, OWNER_KEY, ownerOf } from "./marks";
import { autoName, isNameOf } from "./names";
import type { Found } from "./ownership-errors";

/**
 * What a job is to a resource that is about to start one.
 *
 * - `unrecorded`: its own, of these inputs; an interrupted create left it behind.
 * - `other-work`: its own, of other inputs; an interrupted create left it behind.
 * - `already-there`: its own, of these inputs, recorded before the program had others.
 * - `namesake`: of its given name and these inputs, with no tag that says whose it is.
 */
export type Ownership = "unrecorded" | "other-work" | "already-there" | "namesake" | undefined;

/**
 * `recorded` are the inputs that the state holds for the resource, or undefined for a first create. After
 * `pulumi state taint` the engine passes none either, so the two cannot be told apart.
 */
export function ownershipOf<I extends JobInputs, J extends Job>(
  { id, job }: Found<J>,
  tags: Record<string, string>,
  inputs: I,
  recorded: object | undefined,
  { kind, resource }: Pick<JobContext<I, J>, "kind" | "resource">,
): Ownership {
  const phase = kind.phaseOf(job.status);
  const [mark, recordedMark] = [markOf(inputs, kind.shape), recorded && markOf(recorded, kind.shape)];
  const isAsked = isSameWork(kind.describedInputs(job, inputs), inputs, kind.shape);
  // The chosen name holds a hash of the owner: it tells whose a job is where tags are denied or shared by versions.
  const isOwnByName = inputs.name === undefined && isNameOf(autoName(resource), job.name);
  const mayShareTags = versionOf(id) !== undefined;
  const isOwn = tags[OWNER_KEY] === ownerOf(resource) && (!mayShareTags || inputs.name !== undefined || isOwnByName);
  const isTagless = tags[OWNER_KEY] === undefined;
  const mayBeSiblings = mayShareTags && !isOwn;
  const isRecorded = recordedMark === mark;
  if (isOwn && tags[MARK_KEY] === mark && isAsked) return "unrecorded";
  if (isOwn && ![undefined, mark, recordedMark].includes(tags[MARK_KEY])) return "other-work";
  if (!isAsked) return undefined;
  if (isOwnByName && phase === "running" && (isTagless || (mayBeSiblings && !isRecorded))) return "unrecorded";
  if (inputs.name === job.name && isTagless && !isRecorded) return "namesake";
  if ((isOwn || isOwnByName) && phase === "active" && recorded !== undefined && !isRecorded) return "already-there";
  return undefined;
}
