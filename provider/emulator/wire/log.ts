import { splitTarget } from "./target";

/** One request, as the log keeps it: no header values, no bodies. */
export interface LoggedRequest {
  /** The request id that the answer carries in x-amzn-RequestId. */
  id: string;
  /** When it came, by the real clock. */
  time: string;
  method: string;
  path: string;
  query: string;
  /** Absent when no operation has this method and path. */
  operation?: string;
  /** 0 until there is an answer. It stays 0 if a fault gives no answer. */
  status: number;
  /** AWS's name of the error that was answered. */
  errorCode?: string;
}

/** Old requests are forgotten: the emulator may run for days. */
const kept = 10_000;

/** The requests to the service, the newest last. */
export class RequestLog {
  readonly entries: LoggedRequest[] = [];

  /** Notes a request; its answer is noted in the entry that comes back. */
  begin(id: string, method: string, url: string): LoggedRequest {
    const entry = { id, time: new Date().toISOString(), method, ...splitTarget(url), status: 0 };
    this.entries.push(entry);
    if (this.entries.length > kept) this.entries.shift();
    return entry;
  }
}
