import type { Run } from "../handlers/run";
import { engineAddress, engineAt } from "../process/engine";
import { runOf } from "../process/run";
import { Configuration } from "../settings/configuration";
import type { GetConfig } from "../settings/settings";
import { cancellationSignal } from "./cancellation";
import { requireOfHost } from "./pulumi-modules";

const engine = engineAt(engineAddress(), requireOfHost);
const configuration = new Configuration(engine);

/** What this process of the dynamic host shares. */
export const run: Run = runOf(engine, configuration, cancellationSignal());

/**
 * Keeps the configuration, at once and without looking at it: the host does not wait for `configure` before other
 * calls and does not repeat one that failed. Whoever needs a setting reads it, and gets its error.
 */
export function configure({ config }: { config: { get: GetConfig; rawConfig?: unknown } }): void {
  configuration.configured = { get: (key) => config.get(key), all: config.rawConfig };
}
