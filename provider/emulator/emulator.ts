import type { Faults } from "./state/faults";
import type { ModelChange, ModelReference, StoredModel } from "./trained-models/models";
import type { LoggedRequest } from "./wire/log";

/** A running emulator. */
export interface Emulator {
  /** `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  readonly port: number;
  /** The requests to the service, the newest last; control requests are not among them. */
  readonly requests: readonly LoggedRequest[];
  /** How many creates were accepted: trainings that AWS would bill. */
  readonly creates: number;
  /** What goes wrong; faults can be added and removed at any time. */
  readonly faults: Faults;
  /** A snapshot of the versions that still answer, the oldest first. */
  models(): StoredModel[];
  /** Changes a version from outside, e.g. as another member would; false when there is none. */
  change(reference: ModelReference, change: ModelChange): boolean;
  /** Moves the time that statuses follow. */
  advance(seconds: number): void;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}
