import type { Service } from "../../service/operations";
import type { Flag } from "../errors/commands";
import type { Reader } from "../errors/reader";
import { partsOf } from "../values/ids";
import type { EngineRun } from "./engine-run";
import type { Clock, Engine } from "./ports";
import type { Resource } from "./resource";

/** What a question to the service needs. */
export interface Asking {
  /** Clean Rooms ML in a region; without one, in the region that is configured. What has an id is asked for by `serviceOf`. */
  serviceIn(region: string | undefined): Service;
  /** Aborts at the first Ctrl-C, and when the engine is gone. */
  signal: AbortSignal;
}

/** Everything that a rule may touch. */
export interface Context extends Asking {
  clock: Clock;
  engine: Engine;
  engineRun: EngineRun;
  /** What the rules work for. */
  resource: Resource;
  /** `cleanroomsml:maxConcurrentTrainings`. */
  maxConcurrentTrainings?: number | undefined;
  /** What a command line must be given to reach the same service: `--profile`, `--endpoint`, `--role`. */
  flags: readonly Flag[];
  /** Who reads the advice; who runs Pulumi, unless told otherwise. */
  reader?: Reader | undefined;
}

/** The service that has something: in the region of its ARN, wherever the resource is to be made by now. */
export function serviceOf(id: string, { serviceIn }: Pick<Asking, "serviceIn">): Service {
  return serviceIn(partsOf(id).region);
}
