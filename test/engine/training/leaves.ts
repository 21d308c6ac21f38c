import { shapeOf } from "../../../provider/service/model";
import { membership } from "../harness";

/** A place in the inputs of CreateTrainedModel: a leaf, or what holds leaves. */
export interface Place {
  path: (string | number)[];
  /** Two values that are legal there; text that is nobody else's, wherever the place may hold any. */
  values: [unknown, unknown];
}

/** Legal inputs with every member of the service model, made of texts that are found nowhere else. */
export function fullInputs(edition: number): Record<string, unknown> {
  const text = (what: string) => `planted-${what}-${edition}`;
  return {
    membershipIdentifier: `9e1d0000-4e5f-6789-abcd-00000000000${edition}`,
    name: text("name"),
    configuredModelAlgorithmAssociationArn: `${membership}/configured-model-algorithm-association/${text("algorithm")}`,
    hyperparameters: { depth: text("depth") },
    environment: { TOKEN: text("token") },
    resourceConfig: {
      instanceCount: 1 + edition,
      instanceType: edition === 1 ? "ml.m5.4xlarge" : "ml.m5.12xlarge",
      volumeSizeInGB: 700 + edition,
    },
    stoppingCondition: { maxRuntimeInSeconds: 77_770 + edition },
    dataChannels: [
      {
        mlInputChannelArn: `${membership}/ml-input-channel/${text("channel")}`,
        channelName: text("folder"),
        s3DataDistributionType: edition === 1 ? "ShardedByS3Key" : "FullyReplicated",
      },
    ],
    trainingInputMode: edition === 1 ? "FastFile" : "Pipe",
    description: text("description"),
    kmsKeyArn: `arn:aws:kms:us-east-1:123456789012:key/${text("key")}`,
    tags: { team: text("team") },
    mlModelTrainingPayerAccountId: `98989898989${edition}`,
  };
}

/** Every place of CreateTrainedModel's inputs, walked along the service model. The channels of a parent model are known to the program alone. */
export function places(): Place[] {
  const [first, second] = [fullInputs(1), fullInputs(2)];
  const found: Place[] = [];
  const visit = (shapeName: string, path: Place["path"]): void => {
    const values = [at(first, path), at(second, path)] as Place["values"];
    if (values[0] === undefined) throw new Error(`no value for ${path.join(".")}`);
    const shape = shapeOf(shapeName);
    if (path.length > 0) found.push({ path, values });
    if (shape.type === "list") visit(shape.member?.shape ?? "", [...path, 0]);
    if (shape.type === "map") visit(shape.value?.shape ?? "", [...path, Object.keys(values[0] as object)[0] ?? ""]);
    for (const [name, { shape: member }] of Object.entries(shape.members ?? {})) {
      if (name !== "incrementalTrainingDataChannels") visit(member, [...path, name]);
    }
  };
  visit("CreateTrainedModelRequest", []);
  return found;
}

/** What lies at a path. */
export function at(value: unknown, path: Place["path"]): unknown {
  return path.reduce<unknown>((rest, key) => (rest as Record<string, unknown> | undefined)?.[key], value);
}
