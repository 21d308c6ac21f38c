import { filledIn } from "../../core/values/filled";
import { arnOf, partsOf } from "../../core/values/ids";
import { pick, type Values } from "../../core/values/pick";
import type { GetTrainedModelResponse } from "../../service/shapes";
import { defined } from "../../utils/defined";
import { refOf } from "./identity";
import { apiInputs } from "./inputs";
import { trainedModelShape } from "./shape";

/** A model as the service describes it. A first version beside later ones is described by a row of a list alone, which lacks some members. */
export type TrainedModel = Partial<GetTrainedModelResponse> &
  Pick<GetTrainedModelResponse, "trainedModelArn" | "status" | "name">;

/** Tags are not among them: only those that the program sets are ours. The name is last, as recorded states have it. */
const filledMembers = [
  ...apiInputs.filter((key) => key !== "name" && key !== "tags"),
  "name",
  "collaborationIdentifier",
  "createTime",
] as const;

/** Everything that a job says. */
export const jobOutputNames: readonly string[] = [
  ...apiInputs,
  "region",
  "trainedModelArn",
  "versionIdentifier",
  "collaborationIdentifier",
  "createTime",
];

/** What the state records of a job: its inputs where the program gave any, elsewhere what was found: the model, or what was recorded. */
export function trainingOutputs(inputs: object, id: string, found: object): Values {
  const { collaborationIdentifier, createTime, ...members } = pick(found, filledMembers);
  const { region } = partsOf(arnOf(id));
  const merged = filledIn({ ...inputs }, { ...members, region }, trainedModelShape.namedLists);
  return {
    ...merged,
    ...refOf(id),
    name: merged.name ?? "",
    region: merged.region ?? region,
    ...defined({ collaborationIdentifier, createTime: createTime instanceof Date ? createTime.toISOString() : createTime }),
  };
}
