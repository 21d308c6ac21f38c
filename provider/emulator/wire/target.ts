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

/** Splits a request target; undefined when its percent-encoding is broken. */
export function parseTarget(url: string): Target | undefined {
  const at = url.indexOf("?");
  const rawPath = at < 0 ? url : url.slice(0, at);
  const rawQuery = at < 0 ? "" : url.slice(at + 1);
  try {
    return {
      rawPath,
      segments: rawPath.split("/").slice(1).map(decodeURIComponent),
      query: rawQuery.split("&").filter(Boolean).map(pairOf),
    };
  } catch {
    return undefined;
  }
}

function pairOf(text: string): QueryPair {
  const at = text.indexOf("=");
  const [name, value] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  return [decodeURIComponent(name), decodeURIComponent(value)];
}
