import { createServices } from "../aws/api";
import { EngineRun } from "../core/run/engine-run";
import type { Run } from "../handlers/run";
import { Configuration } from "../settings/configuration";
import type { GetConfig } from "../settings/settings";
import { cancellationSignal } from "./cancellation";
import { systemClock } from "./clock";
import { engineAddress, engineAt } from "./engine";

const engine = engineAt(engineAddress());
const configuration = new Configuration(engine);

/** What this process of the dynamic host shares. */
export const run: Run = {
  serviceIn: createServices(() => configuration.connection()),
  clock: systemClock,
  engine,
  engineRun: new EngineRun(),
  signal: cancellationSignal(),
  settings: configuration,
  hasCheckpoints: !["true", "1"].includes(process.env.PULUMI_SKIP_CHECKPOINTS ?? ""),
};

/**
 * Keeps the configuration, at once and without looking at it: the host does not wait for `configure` before other
 * calls and does not repeat one that failed. Whoever needs a setting reads it, and gets its error.
 */
export function configure({ config }: { config: { get: GetConfig; rawConfig?: unknown } }): void {
  configuration.configured = { get: (key) => config.get(key), all: config.rawConfig };
}
