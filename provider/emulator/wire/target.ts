/** One pair of a query string. */
export type QueryPair = readonly [name: string, value: string];

/** A request target, split but not yet understood. */
export interface Target {
  /** As it came, for the signature. */
  rawPath: string;
  /** Decoded; a label may hold slashes. */
  segments: string[];
  query: QueryPair[];
}

/** The path and the query, as they came. */
export function splitTarget(url: string): { path: string; query: string } {
  const [path, query] = cut(url, "?");
  return { path, query };
}

/** Splits a request target; undefined when its percent-encoding is broken. */
export function parseTarget(url: string): Target | undefined {
  const { path: rawPath, query } = splitTarget(url);
  try {
    return {
      rawPath,
      segments: rawPath.split("/").slice(1).map(decodeURIComponent),
      query: query.split("&").filter(Boolean).map(pairOf),
    };
  } catch {
    return undefined;
  }
}

function pairOf(text: string): QueryPair {
  const [name, value] = cut(text, "=");
  return [decodeURIComponent(name), decodeURIComponent(value)];
}

/** What stands before and behind the first `mark`. */
function cut(text: string, mark: string): [before: string, behind: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
