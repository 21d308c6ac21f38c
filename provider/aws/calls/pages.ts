import { ServiceError } from "../../core/errors/service-error";

/** What a request for a page says beside what is listed. */
interface Asked {
  maxResults: number;
  nextToken?: string;
}

interface Page<Row> {
  rows: readonly Row[];
  nextToken: string | undefined;
}

/** The rows of every page. A service that hands out a token twice would be asked for ever. */
export async function allPages<Row>(operation: string, pageOf: (asked: Asked) => Promise<Page<Row>>): Promise<Row[]> {
  const found: Row[] = [];
  const tokens = new Set<string>();
  let asked: Asked = { maxResults: 100 };
  for (;;) {
    const { rows, nextToken } = await pageOf(asked);
    found.push(...rows);
    if (!nextToken) return found;
    if (tokens.has(nextToken))
      throw new ServiceError(operation, "unexpected", `${operation} repeats a page`, { code: "RepeatedToken" });
    tokens.add(nextToken);
    asked = { ...asked, nextToken };
  }
}
