import { type ModelRef, partsOf } from "../../kinds/trained-model/identity";
import type { Flag } from "../errors/commands";
import type { Reader } from "../errors/reader";
import type { Session } from "./engine-run";
import type { Clock, Engine, Service } from "./ports";

/** Everything that a rule may touch. */
export interface Context {
  /** Clean Rooms ML in a region; without one, in the region that is configured. A model's own region is in its ARN: `serviceOf`. */
  serviceIn(region: string | undefined): Service;
  clock: Clock;
  engine: Engine;
  session: Session;
  /** Aborts at the first Ctrl-C, and when the engine is gone. */
  signal: AbortSignal;
  /** `cleanroomsml:maxConcurrentTrainings`. */
  maxConcurrentTrainings?: number | undefined;
  /** What a command line must be given to reach the same service: `--profile`, `--endpoint`, `--role`. */
  flags: readonly Flag[];
  /** Who reads the advice; who runs Pulumi, unless told otherwise. */
  reader?: Reader | undefined;
}

/** The service that has a model: in the region of its ARN, wherever the resource trains by now. */
export function serviceOf(ref: Pick<ModelRef, "trainedModelArn">, { serviceIn }: Pick<Context, "serviceIn">): Service {
  return serviceIn(partsOf(ref).region);
}
