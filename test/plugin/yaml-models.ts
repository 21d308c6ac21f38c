import { existsSync } from "node:fs";
import path from "node:path";
import { membership, membershipIdentifier, Project } from "../engine/harness";

/** Legal inputs, as a program in YAML writes them. */
const inputs = {
  membershipIdentifier,
  configuredModelAlgorithmAssociationArn: `${membership}/configured-model-algorithm-association/churn`,
  resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
  stoppingCondition: { maxRuntimeInSeconds: 3600 },
  dataChannels: [{ mlInputChannelArn: `${membership}/ml-input-channel/training`, channelName: "training" }],
  hyperparameters: { epochs: 10 },
};

/** An output, as a program in YAML names it. */
export const reference = (output: string) => `\${${output}}`;

/** A model in YAML, with some inputs over legal ones. */
export const yamlModel = (changes: object = {}) => ({
  type: "cleanroomsml:TrainedModel",
  properties: { ...inputs, ...changes },
});

/** Inputs of a model that is trained on top of the model with a name. */
export const onTopOf = (name: string) => ({
  incrementalTrainingDataChannels: [
    {
      trainedModelArn: reference(`${name}.trainedModelArn`),
      versionIdentifier: reference(`${name}.versionIdentifier`),
      channelName: "base",
    },
  ],
});

/** Whether Pulumi's language host is beside the CLI or on PATH. Set-up finds or builds that of YAML; where it could not, it said why. */
export function hasLanguageHost(language: string): boolean {
  const cli = path.dirname(process.env.CLEANROOMSML_PULUMI ?? "");
  const folders = [cli, ...(process.env.PATH ?? "").split(path.delimiter)];
  const names = ["", ".exe"].map((ending) => `pulumi-language-${language}${ending}`);
  return folders.some((folder) => names.some((name) => existsSync(path.join(folder, name))));
}

/** Gives each test of a suite a project of its own; without the language host of YAML there is no suite. */
export function eachInYaml(begin: (project: Project) => unknown): void {
  let project: Project | undefined;
  before(function () {
    if (!hasLanguageHost("yaml")) this.skip();
  });
  beforeEach(async () => {
    project = await Project.create();
    await begin(project);
  });
  afterEach(() => project?.close());
}
