import type { CheckSettings } from "../check/check";
import type { Issue } from "../check/issues";
import type { Values } from "../values/pick";
import type { Context } from "./context";

/** What the configuration of a stack, or of a provider, says. It is read anew each time; nothing here opens a connection. */
export interface RunSettings {
  /** What a call to the service needs. Throws where a setting cannot be used. */
  ofCalls(): Pick<Context, "flags" | "maxConcurrentTrainings">;
  /** What a check needs; a setting that cannot be used is an issue of each resource that it concerns. */
  ofCheck(inputs: Values, isToCome: boolean): Promise<{ settings: CheckSettings; issues: Issue[] }>;
  /** `cleanroomsml:maxInstanceHours`. One that cannot be read must not let anything through. */
  instanceHoursLimit(): { limit?: number | undefined; issues: Issue[] };
}
