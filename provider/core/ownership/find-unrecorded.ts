import { findTrainedModel, refOfRow, tagsOf } from "../../kinds/trained-model/calls";
import { idOf } from "../../kinds/trained-model/identity";
import type { TrainedModel } from "../../kinds/trained-model/outputs";
import { phaseOf } from "../../kinds/trained-model/statuses";
import type { Context } from "../run/context";
import { MARK_KEY } from "./marks";

/** A model that bears the mark: a create asked for it, and no run recorded it yet. */
export interface Orphan {
  id: string;
  model: TrainedModel;
}

/** Every marked model of a membership that trains or is ACTIVE. One of an `up` that runs at the moment is among them. */
export async function findOrphans(
  membershipIdentifier: string,
  region: string | undefined,
  context: Pick<Context, "serviceIn" | "signal">,
): Promise<Orphan[]> {
  const rows = await context.serviceIn(region).listTrainedModels(membershipIdentifier, context.signal);
  const orphans: Orphan[] = [];
  for (const row of rows.filter(({ status }) => phaseOf(status) === "training" || phaseOf(status) === "active")) {
    const ref = refOfRow(row);
    const model = await findTrainedModel(ref, context);
    if (model === undefined) continue;
    const tags = await tagsOf(ref, model, context);
    if (tags[MARK_KEY] !== undefined) orphans.push({ id: idOf(ref), model });
  }
  return orphans;
}
