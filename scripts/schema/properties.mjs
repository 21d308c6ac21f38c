/** Documented members as properties of the schema. */
import { partsOf } from "../reference/tables.mjs";
import { typeSpec } from "./type-spec.mjs";
import { asDescription } from "./words.mjs";

/** What an SDK fills in, as the class in TypeScript does. Other defaults are AWS's or the package's: the description has them. */
const DEFAULTS = { wait: true };

/** What may hold a password. */
const SECRETS = ["httpProxy", "httpsProxy"];

/**
 * The inputs of a resource, with those that it cannot be without.
 *
 * @param {import("../reference/members.mjs").Member[]} members
 * @param {string} [thing] that a change replaces
 */
export function inputsOf(members, thing) {
  const required = members.filter(({ optional }) => !optional).map(({ name }) => name);
  const inputProperties = Object.fromEntries(members.map((member) => [member.name, inputProperty(member, thing)]));
  return { inputProperties, ...(required.length > 0 && { requiredInputs: required }) };
}

/**
 * The members of an object among the inputs.
 *
 * @param {import("../reference/members.mjs").Member[]} members
 */
export function objectOf(members) {
  const { inputProperties, requiredInputs } = inputsOf(members);
  return { type: "object", properties: inputProperties, ...(requiredInputs && { required: requiredInputs }) };
}

/**
 * The outputs of a resource or the members of an object among them, with those that are never missing.
 *
 * @param {import("../reference/members.mjs").Member[]} members
 */
export function outputsOf(members) {
  const required = members.filter((member) => !mayBeMissing(member)).map(({ name }) => name);
  const properties = members.map(({ name, type, comment }) => [
    name,
    { ...typeSpec(name, type, { isOutput: true }), description: asDescription(name, comment) },
  ]);
  return { properties: Object.fromEntries(properties), ...(required.length > 0 && { required }) };
}

/**
 * The keys of the stack: the inputs of the provider.
 *
 * @param {import("../reference/members.mjs").Member[]} members
 */
export function variablesOf(members) {
  return inputsOf(members).inputProperties;
}

function inputProperty({ name, type, comment }, thing) {
  const { replaces } = partsOf(comment);
  return {
    ...typeSpec(name, type),
    description: asDescription(name, comment, thing),
    ...(name in DEFAULTS && { default: DEFAULTS[name] }),
    ...(SECRETS.includes(name) && { secret: true }),
    ...(replaces.startsWith("yes") && { replaceOnChanges: true }),
  };
}

/** An output says so in its type, `Output<string | undefined>`; a member of an object with its question mark. */
const mayBeMissing = ({ optional, type }) => optional || /\| undefined>$/.test(type.getText());
