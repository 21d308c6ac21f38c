import { isRecord } from "../../service/guards";
import type { ModelRecord } from "../state/record";
import { modelled } from "../wire/errors";

/** The page size that AWS documents. */
const defaultSize = 10;

/** One page, and the token of the next one. */
export interface Page {
  rows: ModelRecord[];
  nextToken?: string;
}

/** What to page through. */
export interface Listing {
  /** In the order of the list. */
  rows: readonly ModelRecord[];
  /** What makes a token of this list invalid for another one. */
  scope: string;
  maxResults?: number | undefined;
  nextToken?: string | undefined;
}

/** The page that a request asks for. Tokens name the last row seen, so that rows that come and go shift nothing. */
export function pageOf({ rows, scope, maxResults = defaultSize, nextToken }: Listing): Page {
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

function startOf(rows: readonly ModelRecord[], scope: string, text: string): number {
  const token = decode(text);
  if (token?.scope !== scope) throw modelled("ValidationException", "Invalid nextToken");
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
