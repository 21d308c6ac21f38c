/** Where the generated parts of a page are: between two comments that a reader does not see. */
import { SetUpError } from "../set-up/say.mjs";

/**
 * The text of a page with a part in its place.
 *
 * @param {string} page its name, for the error
 * @param {string} text
 * @param {string} name as in `<!-- inputs:begin -->`
 * @param {string} part
 */
export function withPart(page, text, name, part) {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from)
    throw new SetUpError(`${page} has no place for the part ${name}: a line ${begin}, and after it ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(to)}`;
}
