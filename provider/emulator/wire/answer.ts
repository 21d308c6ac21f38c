import type { ServerResponse } from "node:http";
import { WireError } from "./errors";

/** What goes back: a body that is JSON, text of its own kind, or nothing. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A success; no value is an empty body. */
export function success(value: object | undefined): Answer {
  return { status: 200, headers: { "content-type": "application/json" }, body: value ? JSON.stringify(value) : "" };
}

/** An error in REST-JSON: its name in a header, its members in the body. */
export function failure({ code, status, message, members }: WireError): Answer {
  return {
    status,
    headers: { "content-type": "application/json", "x-amzn-errortype": code },
    body: JSON.stringify({ message, ...members }),
  };
}

/** What was thrown, as an answer; what is no error of the service is a fault of the emulator's own. */
export function thrown(error: unknown): Answer {
  if (error instanceof WireError) return failure(error);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`cleanroomsml emulator: ${text}\n`);
  return failure(new WireError("InternalServiceException", 500, "The emulator failed; see its standard error"));
}

/** Writes an answer; the request id is on every one. */
export function send(response: ServerResponse, { status, headers, body }: Answer, id: string): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body), "x-amzn-RequestId": id });
  response.end(body);
}
