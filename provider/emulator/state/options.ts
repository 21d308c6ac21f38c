import type { CreateTrainedModelRequest } from "../../service/shapes";
import { defaultQuotas, type Quotas } from "../trained-models/quotas";
import type { Fault } from "./faults";
import type { Durations } from "./lifecycle";
import { type Readings, resolveReadings } from "./readings";

/** A key that the emulator knows. */
export interface EmulatorCredential {
  accessKeyId: string;
  secretAccessKey: string;
  /** If it is given, requests with this key must have it. */
  sessionToken?: string;
  /** The account in the ARNs of this key's models. Default `123456789012`. */
  accountId?: string;
  /** Whether every request with this key is answered with ExpiredTokenException. */
  expired?: boolean;
}

/** Where the time comes from. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** The options of the emulator. All are optional. */
export interface EmulatorOptions {
  /** The port on 127.0.0.1. Default 0, which means any free port. */
  port?: number;
  /** A file that keeps the state over restarts. It is written before each answer. Default: the state is only in memory. */
  data?: string;
  /** How long a training is in progress, in seconds. Default 2. */
  trainingSeconds?: number | ((request: CreateTrainedModelRequest) => number);
  /** How long a create is pending, in seconds. Default 0.3. */
  pendingSeconds?: number;
  /** How long the query of an ML input channel is in progress, in seconds. Default 1. */
  querySeconds?: number;
  /** How long an inference job is in progress, in seconds. Default 1. */
  inferenceSeconds?: number;
  /** How long an export job is in progress, in seconds. Default 1. */
  exportSeconds?: number;
  /** How long a cancel takes, in seconds. Default 0.4. */
  cancelSeconds?: number;
  /** How long a delete takes, in seconds. Default 0.4. */
  deleteSeconds?: number;
  /** How long the record of a deleted model stays, in seconds, with the reading `afterDelete: "inactive-then-gone"`. Default 5. */
  retentionSeconds?: number;
  /** How long a new model is missing in lists, in seconds, with the reading `listLag: "lagging"`. Default 2. */
  listLagSeconds?: number;
  /** The clock of the statuses. Signatures are checked with the real time. Default `Date`. */
  clock?: Clock;
  /** The keys that are accepted. Default `test`/`test` of account 123456789012. */
  credentials?: readonly EmulatorCredential[];
  /** Whether signatures are checked. Default true. */
  verifySignatures?: boolean;
  /** Answers to the questions that AWS's documents leave open; `readings` has all questions and answers. */
  readings?: Partial<Readings>;
  /** Quotas other than AWS's defaults. */
  quotas?: Partial<Quotas>;
  /** What goes wrong from the start. More faults can be added at any time. */
  faults?: readonly Fault[];
}

/** The options with every default filled in. */
export interface EmulatorSettings extends Durations {
  trainingSeconds: (request: CreateTrainedModelRequest) => number;
  querySeconds: number;
  inferenceSeconds: number;
  exportSeconds: number;
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
    querySeconds: options.querySeconds ?? 1,
    inferenceSeconds: options.inferenceSeconds ?? 1,
    exportSeconds: options.exportSeconds ?? 1,
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
