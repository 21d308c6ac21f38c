/** A program as users compile it before they run it. */
import { createRequire } from "node:module";

/** As `pulumi new typescript` writes them. */
export const compilerOptions = {
  strict: true,
  target: "es2020",
  module: "commonjs",
  moduleResolution: "node",
  sourceMap: true,
};

/** @param {string} program @returns {string} JavaScript, without a source map */
export function compiledText(program) {
  // Not at the top: a fresh checkout has no compiler before set-up has run.
  const ts = createRequire(import.meta.url)("typescript");
  const options = { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.CommonJS };
  return ts.transpileModule(program, { compilerOptions: options }).outputText;
}
