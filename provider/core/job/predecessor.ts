import { findTrainedModel } from "../../kinds/trained-model/calls";
import { idOf, partsOf } from "../../kinds/trained-model/identity";
import { phaseOf } from "../../kinds/trained-model/statuses";
import { messageOf } from "../errors/errors";
import { type Context, serviceOf } from "../run/context";

/** Cancels the model that `urn` gives up in this run, if it still trains: nobody wants it, and it is paid for. Never fails. */
export async function cancelPredecessor(urn: string, context: Context): Promise<void> {
  const { engine, session, signal } = context;
  const predecessor = session.predecessor(urn);
  if (predecessor === undefined || session.isCurrent(idOf(predecessor))) return;
  try {
    const model = await findTrainedModel(predecessor, context);
    if (model === undefined || phaseOf(model.status) !== "training") return;
    const { membershipIdentifier } = partsOf(predecessor);
    await serviceOf(predecessor, context).cancelTrainedModel({ ...predecessor, membershipIdentifier }, signal);
    engine.log("info", urn, `cancelled the training that this one replaces: ${idOf(predecessor)}`);
  } catch (error) {
    engine.log(
      "warning",
      urn,
      `the training that this one replaces could not be cancelled yet (${messageOf(error)}): ${idOf(predecessor)}`,
    );
  }
}
