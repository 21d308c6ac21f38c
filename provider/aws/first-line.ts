import { codeOf } from "../service/error-code";

/** What was thrown, in one line: what stands behind the first may repeat a signed header, the session token among them. */
export function firstLineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.split("\n")[0]?.trim() || codeOf(error) || error.name;
}
