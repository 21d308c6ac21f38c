import type { IncomingMessage } from "node:http";
import { isRecord } from "../../utils/guards";
import { WireError } from "./errors";

/** More than the largest create that the service model allows. */
const limit = 2 * 1024 * 1024;

/** The body of a request; undefined when it is larger than the service takes. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    // Read to its end all the same: a client that still sends would not see the answer.
    if (size <= limit) chunks.push(bytes);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}

/** A body as an object; an empty one has no members. */
export function parseBody(body: Buffer): Record<string, unknown> | WireError {
  if (body.length === 0) return {};
  const malformed = new WireError("SerializationException", 400, "The request body is not a JSON object");
  try {
    const parsed: unknown = JSON.parse(body.toString("utf8"));
    return isRecord(parsed) ? parsed : malformed;
  } catch {
    return malformed;
  }
}
