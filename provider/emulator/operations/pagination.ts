import { isRecord } from "../../utils/guards";
import { invalid } from "../wire/errors";

/** The page size that AWS documents. */
const defaultSize = 10;

/** What a list shows: a number that rises with each create tells one row from the others. */
interface Numbered {
  sequence: number;
}

/** One page, and the token of the next one. */
export interface Page<Row> {
  rows: Row[];
  nextToken?: string;
}

/** What to page through. */
export interface Listing<Row> {
  /** In the order of the list. */
  rows: readonly Row[];
  /** What makes a token of this list invalid for another one. */
  scope: string;
  maxResults?: number | undefined;
  nextToken?: string | undefined;
}

/** The page that a request asks for. Tokens name the last row seen, so that rows that come and go shift nothing. */
export function pageOf<Row extends Numbered>({ rows, scope, maxResults = defaultSize, nextToken }: Listing<Row>): Page<Row> {
  const start = nextToken === undefined ? 0 : startOf(rows, scope, nextToken);
  const page = rows.slice(start, start + maxResults);
  const last = page.at(-1);
  if (!last || start + page.length >= rows.length) return { rows: page };
  const descending = (rows[0]?.sequence ?? 0) > (rows[1]?.sequence ?? 0);
  return { rows: page, nextToken: encode({ scope, after: last.sequence, descending }) };
}

interface Token {
  scope: string;
  after: number;
  descending: boolean;
}

function startOf(rows: readonly Numbered[], scope: string, text: string): number {
  const token = decode(text);
  if (token?.scope !== scope) throw invalid("Invalid nextToken");
  const { after, descending } = token;
  const index = rows.findIndex(({ sequence }) => (descending ? sequence < after : sequence > after));
  return index < 0 ? rows.length : index;
}

const encode = (token: Token): string => Buffer.from(JSON.stringify(token)).toString("base64url");

function decode(text: string): Token | undefined {
  try {
    const token: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return isToken(token) ? token : undefined;
  } catch {
    return undefined;
  }
}

function isToken(value: unknown): value is Token {
  return (
    isRecord(value) && typeof value.scope === "string" && typeof value.after === "number" && typeof value.descending === "boolean"
  );
}
