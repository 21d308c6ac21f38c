/** A type as a reader of the tables needs it: without Pulumi's wrappers. */
import ts from "typescript";
import { membersOf } from "./members.mjs";

const WRAPPERS = ["Input", "Output"];

/** Types of texts; which texts are legal is said under limits. */
const TEXTS = ["InstanceType", "Open", "S3DataDistributionType", "TrainingInputMode"];

/**
 * What a type is in words, and the members below it with what their paths begin with.
 *
 * @param {import("typescript").TypeNode} node
 * @param {Map<string, import("./members.mjs").Interface>} interfaces
 * @returns {{ text: string, prefix?: string, members: import("./members.mjs").Member[] }}
 */
export function describeType(node, interfaces) {
  const bare = unwrapped(node);
  if (ts.isArrayTypeNode(bare)) {
    const { text, members } = describeType(bare.elementType, interfaces);
    return { text: `list of ${plural(text)}`, prefix: "[].", members };
  }
  if (ts.isTypeLiteralNode(bare)) return { text: "object", prefix: ".", members: membersOf(bare) };
  if (ts.isUnionTypeNode(bare)) return { text: unionText(bare, interfaces), members: [] };
  if (!ts.isTypeReferenceNode(bare)) return { text: bare.getText(), members: [] };
  const name = bare.typeName.getText();
  if (name === "Record") return { text: `map of ${plural(describeType(bare.typeArguments[1], interfaces).text)}`, members: [] };
  if (TEXTS.includes(name)) return { text: "string", members: [] };
  if (name === "TextInput") return { text: "string, number or boolean", members: [] };
  const found = interfaces.get(name);
  if (found === undefined) throw new Error(`the type ${name} is in none of the files that the tables are made from`);
  return { text: "object", prefix: ".", members: [...found.inherited, ...found.own] };
}

/** `strings, numbers or booleans`. */
const plural = (text) => text.replaceAll(/\w+(?=,| or |$)/g, "$&s");

/** A type without the wrappers of Pulumi and without `undefined`. */
export function unwrapped(node) {
  if (ts.isTypeReferenceNode(node) && WRAPPERS.includes(node.typeName.getText())) return unwrapped(node.typeArguments[0]);
  if (!ts.isUnionTypeNode(node)) return node;
  const rest = node.types.filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword);
  return rest.length === 1 ? unwrapped(rest[0]) : node;
}

/** Which texts are legal is said under limits. */
function unionText(node, interfaces) {
  const texts = node.types
    .filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword)
    .map((type) => (ts.isLiteralTypeNode(type) ? "string" : describeType(type, interfaces).text));
  return [...new Set(texts)].join(" or ");
}
