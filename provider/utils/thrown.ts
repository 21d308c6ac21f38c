/** Node's code of an error, e.g. `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** What something thrown says, whatever it is. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What was thrown, in one line: what stands behind the first may repeat a signed header, the session token among them. */
export function firstLineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.split("\n")[0]?.trim() || codeOf(error) || error.name;
}
