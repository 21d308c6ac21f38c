/** The programs that are measured: one text for all, but for the import. */

import { membership, membershipIdentifier } from "./inputs.mjs";

const models = `
const count = Number(process.env.BENCH_MODELS);
const membership = "${membership}";

const models = Array.from({ length: count }, (_, index) => {
  return new TrainedModel(\`model-\${index}\`, {
    membershipIdentifier: "${membershipIdentifier}",
    configuredModelAlgorithmAssociationArn: \`\${membership}/configured-model-algorithm-association/propensity\`,
    description: \`Model \${index} of \${count}\`,
    resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
    stoppingCondition: { maxRuntimeInSeconds: 3600 },
    dataChannels: [{ mlInputChannelArn: \`\${membership}/ml-input-channel/training\`, channelName: "training" }],
    hyperparameters: { epochs: 10, "learning-rate": 0.1, seed: index },
  });
});
export const first = models[0]?.trainedModelArn;
`;

/**
 * The text of each program, by the name of the side.
 *
 * @type {Record<"ours" | "naive" | "two" | "empty", string>}
 */
export const programs = {
  ours: `import { TrainedModel } from "pulumi-cleanroomsml";\n${models}`,
  naive: `import { TrainedModel } from "naive";\n${models}`,
  two: `import { TwoProperties as TrainedModel } from "naive";\n${models}`,
  empty: `import "@pulumi/pulumi";\n`,
};
