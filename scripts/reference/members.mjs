/** The interfaces of a source file as data, read by the compiler's parser. */
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/**
 * @typedef {{ name: string, optional: boolean, type: import("typescript").TypeNode, comment: string }} Member
 * @typedef {{ inherited: Member[], own: Member[], comment: string }} Interface
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
    sourceOf(file).forEachChild((node) => {
      if (ts.isInterfaceDeclaration(node)) declarations.set(node.name.text, node);
    });
  }
  const interfaces = new Map();
  for (const [name, node] of declarations) {
    interfaces.set(name, { inherited: inherited(node, declarations), own: membersOf(node), comment: commentOf(node) });
  }
  return interfaces;
}

/**
 * What the comments of the classes say before their first tag, paragraph by paragraph.
 *
 * @param {string[]} files
 * @returns {Map<string, string>}
 */
export function readClassComments(files) {
  const comments = new Map();
  for (const file of files) {
    sourceOf(file).forEachChild((node) => {
      if (ts.isClassDeclaration(node) && node.name !== undefined) comments.set(node.name.text, paragraphsOf(node).join("\n\n"));
    });
  }
  return comments;
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
  return paragraphsOf(node).join(" ");
}

function paragraphsOf(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comment?.comment) ?? "";
  return text.split(/\n\s*\n/).map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim());
}

function sourceOf(file) {
  return ts.createSourceFile(path.basename(file), readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}
