import type { MLOutputConfiguration } from "../service/shapes";
import type { ConfigurationReference, StoredConfiguration } from "./ml-configuration/configurations";
import type { ChannelChange, StoredChannel } from "./ml-input-channels/channels";
import type { Faults } from "./state/faults";
import type { ModelChange, ModelReference, StoredModel } from "./trained-models/models";
import type { LoggedRequest } from "./wire/log";

/** A running emulator. */
export interface Emulator {
  /** `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  readonly port: number;
  /** The requests to the service, the newest last. Control requests are not included. */
  readonly requests: readonly LoggedRequest[];
  /** How many creates were accepted. AWS would bill each as a training. */
  readonly creates: number;
  /** What goes wrong. Faults can be added and removed at any time. */
  readonly faults: Faults;
  /** A snapshot of the versions that still exist, the oldest first. */
  models(): StoredModel[];
  /** Changes a version from outside, as another member would. The result is false if the version does not exist. */
  change(reference: ModelReference, change: ModelChange): boolean;
  /** How many queries of ML input channels were accepted. AWS would bill each. */
  readonly queries: number;
  /** A snapshot of the ML input channels that still exist, the oldest first. */
  channels(): StoredChannel[];
  /** Changes an ML input channel from outside, as another member would. The result is false if it does not exist. */
  changeChannel(mlInputChannelArn: string, change: ChannelChange): boolean;
  /** How many inference jobs were accepted. AWS would bill each. */
  readonly runs: number;
  /** How many export jobs were accepted: copies of a model that nobody calls back. */
  readonly exports: number;
  /** A snapshot of the ML configuration of a membership; undefined if it has none. */
  configuration(reference: ConfigurationReference): StoredConfiguration | undefined;
  /** Puts the ML configuration of a membership from outside, as another stack would; undefined takes it away. */
  configure(reference: ConfigurationReference, location: MLOutputConfiguration | undefined): void;
  /** Moves the service's time forward, and with it the statuses. */
  advance(seconds: number): void;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}
