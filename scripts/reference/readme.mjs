/** Where the tables of README.md are: between two comments that a reader does not see. */
import { SetUpError } from "../set-up/say.mjs";

/**
 * The text with a table in its place.
 *
 * @param {string} text
 * @param {string} name as in `<!-- inputs:begin -->`
 * @param {string} table
 */
export function withTable(text, name, table) {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from)
    throw new SetUpError(`README.md has no place for the table ${name}: a line ${begin}, and after it ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
}
