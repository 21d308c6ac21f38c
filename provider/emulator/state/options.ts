import type { CreateTrainedModelRequest } from "../../service/shapes";
import { defaultQuotas, type Quotas } from "../trained-models/quotas";
import type { Fault } from "./faults";
import type { Durations } from "./lifecycle";
import { type Readings, resolveReadings } from "./readings";

/** A key that the emulator knows. */
export interface EmulatorCredential {
  accessKeyId: string;
  secretAccessKey: string;
  /** With one, requests under this key must carry it. */
  sessionToken?: string;
  /** The account of the ARNs that this key creates. Default `123456789012`. */
  accountId?: string;
  /** Answers every request under this key with ExpiredTokenException. */
  expired?: boolean;
}

/** Where the time comes from. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** How to start the emulator; nothing is required. */
export interface EmulatorOptions {
  /** The port on 127.0.0.1. Default 0: one that is free. */
  port?: number;
  /** A file that keeps the state over restarts, written before each answer. Default: memory only. */
  data?: string;
  /** How long a training takes once it is in progress. Default 2. */
  trainingSeconds?: number | ((request: CreateTrainedModelRequest) => number);
  /** How long a create is pending. Default 0.3. */
  pendingSeconds?: number;
  /** How long a cancel takes. Default 0.4. */
  cancelSeconds?: number;
  /** How long a delete takes. Default 0.4. */
  deleteSeconds?: number;
  /** With the reading `afterDelete: "inactive-then-gone"`: how long a record stays. Default 5. */
  retentionSeconds?: number;
  /** With the reading `listLag: "lagging"`: how long a new model is missing in lists. Default 2. */
  listLagSeconds?: number;
  /** The time that statuses follow; signatures are checked against the real one. Default `Date`. */
  clock?: Clock;
  /** The keys that are known. Default `test`/`test` of account 123456789012. */
  credentials?: readonly EmulatorCredential[];
  /** Whether signatures are checked. Default true. */
  verifySignatures?: boolean;
  /** Answers to what AWS leaves open; see the table `readings`. */
  readings?: Partial<Readings>;
  /** Quotas other than AWS's defaults. */
  quotas?: Partial<Quotas>;
  /** What goes wrong from the start; more can be added at any time. */
  faults?: readonly Fault[];
}

/** The options with every default filled in. */
export interface EmulatorSettings extends Durations {
  trainingSeconds: (request: CreateTrainedModelRequest) => number;
  listLagSeconds: number;
  credentials: readonly EmulatorCredential[];
  verifySignatures: boolean;
  readings: Readings;
  quotas: Quotas;
}

/** The account of keys that name none. */
export const defaultAccountId = "123456789012";

/** Fills in the defaults. */
export function settingsOf(options: EmulatorOptions): EmulatorSettings {
  const training = options.trainingSeconds ?? 2;
  return {
    trainingSeconds: typeof training === "number" ? () => training : training,
    pendingSeconds: options.pendingSeconds ?? 0.3,
    cancelSeconds: options.cancelSeconds ?? 0.4,
    deleteSeconds: options.deleteSeconds ?? 0.4,
    retentionSeconds: options.retentionSeconds ?? 5,
    listLagSeconds: options.listLagSeconds ?? 2,
    credentials: options.credentials ?? [{ accessKeyId: "test", secretAccessKey: "test" }],
    verifySignatures: options.verifySignatures ?? true,
    readings: resolveReadings(options.readings),
    quotas: { ...defaultQuotas, ...options.quotas },
  };
}
