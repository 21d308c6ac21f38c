/** The interfaces of a source file as data, read by the compiler's parser. */
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/**
 * @typedef {{ name: string, optional: boolean, type: import("typescript").TypeNode, comment: string }} Member
 * @typedef {{ inherited: Member[], own: Member[] }} Interface
 */

/**
 * Every interface of the files, by name.
 *
 * @param {string[]} files
 * @returns {Map<string, Interface>}
 */
export function readMembers(files) {
  const declarations = new Map();
  for (const file of files) {
    const source = ts.createSourceFile(path.basename(file), readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
    source.forEachChild((node) => {
      if (ts.isInterfaceDeclaration(node)) declarations.set(node.name.text, node);
    });
  }
  const interfaces = new Map();
  for (const [name, node] of declarations) {
    interfaces.set(name, { inherited: inherited(node, declarations), own: membersOf(node) });
  }
  return interfaces;
}

/** The members of a type literal or an interface. */
export function membersOf(node) {
  return node.members.filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText(),
    optional: member.questionToken !== undefined,
    type: member.type,
    comment: commentOf(member),
  }));
}

function inherited(node, declarations) {
  const parents = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((type) => type.expression.getText()));
  return parents.flatMap((name) => {
    const parent = declarations.get(name);
    return parent === undefined ? [] : [...inherited(parent, declarations), ...membersOf(parent)];
  });
}

function commentOf(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(comment?.comment)?.replaceAll(/\s+/g, " ") ?? "";
}
