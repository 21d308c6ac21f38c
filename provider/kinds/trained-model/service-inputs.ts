import type { TrainedModelSummary } from "../../service/shapes";
import { apiInputs, type TrainingInputs } from "./inputs";
import type { TrainedModel } from "./outputs";

/** What a row of a list tells of a model's inputs. */
const rowInputs: readonly (keyof TrainingInputs & keyof TrainedModelSummary)[] = [
  "membershipIdentifier",
  "name",
  "configuredModelAlgorithmAssociationArn",
  "incrementalTrainingDataChannels",
  "description",
  "mlModelTrainingPayerAccountId",
];

/** Whether the description is that of GetTrainedModel, and not a row of a list. */
export function isWhole({ dataChannels }: TrainedModel): boolean {
  return dataChannels !== undefined;
}

/** The inputs that a description tells. */
export function toldInputs(model: TrainedModel): readonly string[] {
  return isWhole(model) ? apiInputs : rowInputs;
}

/**
 * A model's inputs, to be compared with the program's: what the program leaves out and the service fills in is left out,
 * and so is the ARN that the service does not give back.
 */
export function serviceInputs(model: TrainedModel, inputs: TrainingInputs): Record<string, unknown> {
  const { resourceConfig, stoppingCondition, incrementalTrainingDataChannels: sources, ...rest } = model;
  const spelled = Object.fromEntries(Object.entries(rest).filter(([key]) => key in inputs));
  const channels = (model.dataChannels ?? []).map((channel) => {
    const own = inputs.dataChannels.find(({ channelName }) => channelName === channel.channelName);
    if (own?.s3DataDistributionType !== undefined) return channel;
    const { s3DataDistributionType: _, ...named } = channel;
    return named;
  });
  const incremental = (inputs.incrementalTrainingDataChannels ?? []).filter(({ channelName, versionIdentifier }) =>
    (sources ?? []).some(
      (source) =>
        source.channelName === channelName && (versionIdentifier === undefined || source.versionIdentifier === versionIdentifier),
    ),
  );
  return {
    ...spelled,
    dataChannels: channels,
    // Without a run time of the program's the service chooses one.
    ...(inputs.stoppingCondition?.maxRuntimeInSeconds === undefined ? {} : { stoppingCondition }),
    ...(resourceConfig === undefined ? {} : { resourceConfig: withoutUnasked(resourceConfig, inputs) }),
    ...((sources ?? []).length === 0
      ? {}
      : { incrementalTrainingDataChannels: incremental.length === 0 ? sources : incremental }),
  };
}

function withoutUnasked(resourceConfig: NonNullable<TrainedModel["resourceConfig"]>, inputs: TrainingInputs): unknown {
  const { instanceCount, ...rest } = resourceConfig;
  return inputs.resourceConfig.instanceCount === undefined ? rest : { ...rest, instanceCount };
}
