import { createHash } from "node:crypto";

/** The first `length` hexadecimal digits of a SHA-256. */
export function hashOf(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}
