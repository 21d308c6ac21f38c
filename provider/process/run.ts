import { createServices } from "../aws/api";
import { EngineRun } from "../core/run/engine-run";
import type { Engine } from "../core/run/ports";
import type { Run } from "../handlers/run";
import type { Configuration } from "../settings/configuration";
import { systemClock } from "./clock";

/** What a process of a host shares, whichever host it is. */
export function runOf(engine: Engine, settings: Configuration, signal: AbortSignal): Run {
  return {
    serviceIn: createServices(() => settings.connection()),
    clock: systemClock,
    engine,
    engineRun: new EngineRun(),
    signal,
    settings,
    hasCheckpoints: !["true", "1"].includes(process.env.PULUMI_SKIP_CHECKPOINTS ?? ""),
  };
}
