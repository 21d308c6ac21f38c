import type { Clock, Engine, Service } from "./ports";
import type { Session } from "./session";

/** Everything that a rule may touch. */
export interface Context {
  service: Service;
  clock: Clock;
  engine: Engine;
  session: Session;
  /** Aborts at the first Ctrl-C, and when the engine is gone. */
  signal: AbortSignal;
  /** `cleanroomsml:maxConcurrentTrainings`. */
  maxConcurrentTrainings?: number | undefined;
  /** What a command line must be given to reach the same service: `--profile`, `--endpoint`, `--role`. */
  flags: readonly string[];
}
