/** A type of TypeScript as the schema has it. */
import ts from "typescript";
import { unwrapped } from "../reference/types.mjs";
import { enums, integers } from "./enums.mjs";
import { refTo, typeNames } from "./tokens.mjs";

const plain = new Map([
  [ts.SyntaxKind.StringKeyword, "string"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
]);

/**
 * @param {string} name of the member: the service says which numbers are whole
 * @param {import("typescript").TypeNode} node
 * @param {{ isOutput?: boolean }} options
 */
export function typeSpec(name, node, { isOutput = false } = {}) {
  const bare = unwrapped(node);
  const specOf = (inner) => typeSpec(name, inner, { isOutput });
  if (ts.isArrayTypeNode(bare)) return { type: "array", items: specOf(bare.elementType) };
  // The one literal is the output `ref`.
  if (ts.isTypeLiteralNode(bare)) return refTo("TrainedModelRef");
  if (plain.has(bare.kind)) return { type: integers.has(name) ? "integer" : plain.get(bare.kind) };
  if (!ts.isTypeReferenceNode(bare)) throw new Error(`the schema has no word for the type of ${name}: ${bare.getText()}`);
  const type = bare.typeName.getText();
  if (type === "Record") return { type: "object", additionalProperties: specOf(bare.typeArguments[1]) };
  if (type === "TextInput") return { oneOf: [{ type: "string" }, { type: "number" }, { type: "boolean" }] };
  if (type === "Open") return specOf(bare.typeArguments[0]);
  if (type in enums) return enumSpec(type, isOutput);
  if (type in typeNames) return refTo(typeNames[type]);
  throw new Error(`the schema has no word for the type of ${name}: ${type}`);
}

function enumSpec(type, isOutput) {
  if (isOutput) return { type: "string" };
  const known = { type: "string", ...refTo(type) };
  return enums[type].isOpen ? { oneOf: [{ type: "string" }, known] } : known;
}
