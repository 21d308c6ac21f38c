/** What a host says of the resource that it asks about, beside its values. */
export interface Resource {
  urn: string;
  /** Its logical name. */
  name: string;
  organization: string;
  /** Paths of the inputs that are secret. */
  secrets: readonly string[];
  /** Pulumi's customTimeouts, in milliseconds. */
  timeouts: Timeouts;
}

/** How long each action may take, in milliseconds; undefined where the program does not say. */
export interface Timeouts {
  create?: number | undefined;
  update?: number | undefined;
  delete?: number | undefined;
}
