/** The resources of the schema. */
import { exampleSection } from "./examples.mjs";
import { inputsOf, outputsOf } from "./properties.mjs";
import { tokenOf } from "./tokens.mjs";
import { inEveryLanguage } from "./words.mjs";

/** Where each has its inputs and outputs. A component has the outputs of its job and its waiter. */
const RESOURCES = {
  TrainedModel: { inputs: "TrainedModelArgs", outputs: ["TrainedModelOutputs"], isComponent: true },
  TrainingJob: { inputs: "TrainingJobArgs", outputs: ["TrainingJobOutputs"], more: ["trainedModelArn", "versionIdentifier"] },
  TrainingWaiter: { inputs: "TrainingWaiterArgs", outputs: ["TrainingWaiterOutputs"] },
  MlConfiguration: { inputs: "MlConfigurationArgs", outputs: ["MlConfigurationOutputs"], thing: "the configuration" },
};

/**
 * @param {Map<string, import("../reference/members.mjs").Interface>} interfaces
 * @param {Map<string, string>} classes
 */
export function resourcesOf(interfaces, classes) {
  const all = (name) => [...interfaces.get(name).inherited, ...interfaces.get(name).own];
  const ofModel = new Map(all("TrainedModelOutputs").map((member) => [member.name, member]));
  const resources = Object.entries(RESOURCES).map(([name, { inputs, outputs, more = [], isComponent, thing }]) => {
    const members = [...outputs.flatMap(all), ...more.map((key) => ofModel.get(key))];
    const resource = {
      description: `${inEveryLanguage(classes.get(name))}\n\n${exampleSection(name)}`,
      ...(isComponent && { isComponent }),
      ...inputsOf(all(inputs), thing),
      type: "object",
      ...outputsOf(members),
      ...(!isComponent && { aliases: [{ type: `pulumi-nodejs:dynamic/cleanroomsml:${name}` }] }),
    };
    return [tokenOf(name), resource];
  });
  return Object.fromEntries(resources);
}
