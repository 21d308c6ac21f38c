import { randomUUID } from "node:crypto";

/** Which calls a fault meets. */
export interface FaultScope {
  /** Only this operation. Default: every one. */
  operation?: string;
  /** Only the models that have all of these; a name that ends in `*` is a prefix. */
  match?: { name?: string; trainedModelArn?: string; membershipIdentifier?: string; accessKeyId?: string };
  /** Lets this many matching calls pass first. Default 0. */
  skip?: number;
  /** Ends after this many. Default: stays until it is removed. */
  times?: number;
  /** Whether the service has acted when it goes wrong: `after` is the lost answer. Default `before`. */
  when?: "before" | "after";
}

/** What goes wrong. */
export type FaultKind =
  /** ThrottlingException, 429. */
  | { kind: "throttle" }
  /** An error of this name; with `echo`, its message repeats the input, values included. */
  | { kind: "error"; code: string; status?: number; message?: string; echo?: boolean }
  /** A page where JSON is expected, as proxies answer. Default status 502. */
  | { kind: "html"; status?: number }
  /** The right answer, late. */
  | { kind: "slow"; delayMs: number }
  /** The connection ends without an answer. */
  | { kind: "drop" }
  /** No answer, and the connection stays. */
  | { kind: "hang" }
  /** ExpiredTokenException, 403. */
  | { kind: "expired-token" }
  /** AccessDeniedException for a create with tags, TagResource and UntagResource; `operation` narrows it. */
  | { kind: "deny-tags" }
  /** Get and lists say this status, e.g. one that no model knows. */
  | { kind: "unknown-status"; status: string }
  /** The training that this create starts takes so long. */
  | { kind: "training-time"; seconds: number }
  /** The training, query, inference job, export job, cancel or delete that this call starts ends in CREATE_FAILED, CANCEL_FAILED or DELETE_FAILED. */
  | {
      kind: "fail-training" | "fail-query" | "fail-inference" | "fail-export" | "fail-cancel" | "fail-delete";
      statusCode?: string;
      message?: string;
    };

/** One thing that goes wrong, and where. */
export type Fault = FaultScope & FaultKind;

/** A fault of one kind. */
export type FaultOf<K extends Fault["kind"]> = Extract<Fault, { kind: K }>;

/** What a fault is matched against. */
export interface Call {
  operation?: string | undefined;
  name?: string | undefined;
  trainedModelArn?: string | undefined;
  membershipIdentifier?: string | undefined;
  accessKeyId?: string | undefined;
}

/** A fault that was added. */
export interface ActiveFault {
  id: string;
  fault: Fault;
  /** Matching calls so far, those it let pass included. */
  seen: number;
}

/** Every kind there is: a test in JavaScript is not type checked. */
const kinds: Readonly<Record<Fault["kind"], true>> = {
  throttle: true,
  error: true,
  html: true,
  slow: true,
  drop: true,
  hang: true,
  "expired-token": true,
  "deny-tags": true,
  "unknown-status": true,
  "training-time": true,
  "fail-training": true,
  "fail-query": true,
  "fail-inference": true,
  "fail-export": true,
  "fail-cancel": true,
  "fail-delete": true,
};

/**
 * What goes wrong at the moment.
 *
 * @example
 * ```typescript
 * import type { Emulator } from "pulumi-cleanroomsml/emulator";
 *
 * export function makeUnreliable({ faults }: Emulator): void {
 *   faults.add({ kind: "throttle", times: 3 });
 *   faults.add({ kind: "drop", operation: "CreateTrainedModel", when: "after", times: 1 });
 *   faults.add({ kind: "fail-training", match: { name: "churn-*" }, message: "Out of memory" });
 * }
 * ```
 */
export class Faults {
  private active: ActiveFault[] = [];

  /** Adds a fault; the function that comes back removes it. */
  add(fault: Fault): () => void {
    const { id } = this.put(fault);
    return () => void this.remove(id);
  }

  /** Adds a fault and says under which id. */
  put(fault: Fault): ActiveFault {
    if (!Object.hasOwn(kinds, fault.kind)) throw new RangeError(`a fault is one of ${Object.keys(kinds).join(", ")}`);
    const added = { id: randomUUID(), fault, seen: 0 };
    this.active.push(added);
    return added;
  }

  /** Removes one; false when there is none of that id. */
  remove(id: string): boolean {
    const before = this.active.length;
    this.active = this.active.filter((one) => one.id !== id);
    return this.active.length < before;
  }

  /** Removes every one. */
  clear(): void {
    this.active = [];
  }

  /** Those that are there, the oldest first. */
  list(): readonly ActiveFault[] {
    return this.active;
  }

  /** The first fault of these kinds that this call meets; it counts as met. */
  take<K extends Fault["kind"]>(
    call: Call,
    kinds: readonly K[],
    when: "before" | "after" | "any" = "any",
  ): FaultOf<K> | undefined {
    for (const one of [...this.active]) {
      const { fault } = one;
      if (!isOf(fault, kinds) || !meets(fault, call)) continue;
      if (when !== "any" && (fault.when ?? "before") !== when) continue;
      one.seen += 1;
      const met = one.seen - (fault.skip ?? 0);
      if (met <= 0) continue;
      if (fault.times !== undefined && met >= fault.times) this.remove(one.id);
      return fault;
    }
    return undefined;
  }
}

function isOf<K extends Fault["kind"]>(fault: Fault, kinds: readonly K[]): fault is FaultOf<K> {
  return kinds.some((kind) => kind === fault.kind);
}

function meets({ operation, match = {} }: Fault, call: Call): boolean {
  if (operation !== undefined && operation !== call.operation) return false;
  const same = (wanted: string | undefined, got: string | undefined) => wanted === undefined || wanted === got;
  const named = match.name?.endsWith("*")
    ? (call.name?.startsWith(match.name.slice(0, -1)) ?? false)
    : same(match.name, call.name);
  return (
    named &&
    same(match.trainedModelArn, call.trainedModelArn) &&
    same(match.membershipIdentifier, call.membershipIdentifier) &&
    same(match.accessKeyId, call.accessKeyId)
  );
}
