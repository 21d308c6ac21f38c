/** Time, as the rules see it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** A number in [0, 1). */
  random(): number;
}

/** The Pulumi engine that asked for the work, as far as the rules need it. */
export interface Engine {
  /** Whether the engine still answers at its address. An orphan must spend nothing. */
  isAlive(): Promise<boolean>;
  /** Shows `message` on the resource's row while it runs. Never fails. */
  status(urn: string, message: string): void;
  /** Prints a line that stays, on the resource's row. Never fails. */
  log(severity: "debug" | "info" | "warning", urn: string, message: string): void;
}
