import { findTrainedModel, refOfRow, tagsOf } from "../../kinds/trained-model/calls";
import { idOf, partsOf, refOf } from "../../kinds/trained-model/identity";
import type { JobOutputs } from "../../kinds/trained-model/inputs";
import { autoName, isNameOf } from "../../kinds/trained-model/request";
import { phaseOf } from "../../kinds/trained-model/statuses";
import { cancelCommand } from "../errors/commands";
import { messageOf } from "../errors/errors";
import { type Context, serviceOf } from "../run/context";
import { MARK_KEY, OWNER_KEY, ownerOf } from "./marks";

/**
 * Warns of trainings of the same resource that no state records, such as what a killed `pulumi up --replace` leaves
 * behind. Part of a refresh: never its reason to fail.
 */
export async function warnOfStrays(id: string, outputs: JobOutputs, context: Context): Promise<void> {
  const { engine, session, signal } = context;
  const { __context: resource } = outputs;
  const { membershipIdentifier } = partsOf(refOf(id));
  const owner = ownerOf(resource);
  try {
    const rows = await session.once(`rows of ${membershipIdentifier}`, () =>
      serviceOf(refOf(id), context).listTrainedModels(membershipIdentifier, signal),
    );
    for (const row of rows) {
      const ref = refOfRow(row);
      const phase = phaseOf(row.status);
      const isNamed = row.name === outputs.name || isNameOf(autoName(outputs), row.name);
      if (idOf(ref) === id || (phase !== "training" && !(phase === "active" && isNamed))) continue;
      const model = await session.once(idOf(ref), () => findTrainedModel(ref, context));
      if (model === undefined) continue;
      const tags = await session.once(`tags of ${idOf(ref)}`, () => tagsOf(ref, model, context));
      if (tags[OWNER_KEY] !== owner || tags[MARK_KEY] === undefined) continue;
      const told = `${model.name} (${model.status}) was started for this resource by an interrupted run, and is in no state: ${idOf(ref)}`;
      engine.log(
        "warning",
        resource.urn,
        [told, "To cancel it and delete its output:", cancelCommand(idOf(ref), context.flags)].join("\n"),
      );
    }
  } catch (error) {
    engine.log("debug", resource.urn, `could not look for unrecorded trainings: ${messageOf(error)}`);
  }
}
