/** The objects among inputs and outputs, as types of the schema. */
import { objectOf, outputsOf } from "./properties.mjs";
import { inputOf, tokenOf, typeNames } from "./tokens.mjs";
import { inEveryLanguage } from "./words.mjs";

/** An output and an input share it. */
const DESCRIPTIONS = { TrainedModelRef: "One version of one trained model." };

/** What AWS does not return: it is known of a model that the program trains, and of no other. */
const NOT_RETURNED = { TrainedModelIncrementalTrainingDataChannel: "trainedModelArn" };

/** @param {Map<string, import("../reference/members.mjs").Interface>} interfaces */
export function objectTypes(interfaces) {
  const types = Object.entries(typeNames).map(([name, type]) => {
    const { inherited, own, comment } = interfaces.get(name);
    const members = [...inherited, ...own];
    const outputs = members.map((member) => (member.name === NOT_RETURNED[type] ? { ...member, optional: true } : member));
    const object = isInput(name) ? objectOf(members) : outputObject(outputs, interfaces.get(inputOf(name)));
    return [tokenOf(type), { description: DESCRIPTIONS[type] ?? inEveryLanguage(comment), ...object }];
  });
  return Object.fromEntries(types);
}

const isInput = (name) => name.endsWith("Args");

function outputObject(members, input) {
  const meanings = new Map(input?.own.map(({ name, comment }) => [name, comment.split(/ (?=Limits: |Default: |Replaces)/)[0]]));
  const described = members.map((member) => ({ ...member, comment: member.comment || meanings.get(member.name) }));
  return { type: "object", ...outputsOf(described) };
}
