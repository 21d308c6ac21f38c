import { createServices } from "../aws/api";
import type { Context } from "../core/run/context";
import { Session } from "../core/run/engine-run";
import { awsKeysLeftAside } from "../settings/aws-keys";
import { connectionOf, flagsOf } from "../settings/connection";
import { requireKnownKeys } from "../settings/own-keys";
import { type GetConfig, readInstanceHoursLimit, readSettings, type Settings } from "../settings/settings";
import { cancellationSignal } from "./cancellation";
import { systemClock } from "./clock";
import { engineAddress, engineAt } from "./engine";

/** What one process of the dynamic host shares: it serves one operation of the engine, and one Provider. */
const session = new Session();
const engine = engineAt(engineAddress());
const signal = cancellationSignal();
let getConfig: GetConfig = () => undefined;
/** All of it, as the host keeps it. */
let configuration: unknown;

/**
 * Keeps the configuration, at once and without looking at it: the host does not wait for `configure` before other
 * calls and does not repeat one that failed. Whoever needs a setting reads it, and gets its error.
 */
export function configure(request: { config: { get: GetConfig; rawConfig?: unknown } }): void {
  getConfig = (key) => request.config.get(key);
  configuration = request.config.rawConfig;
}

export function settings(): Settings {
  return readSettings(getConfig, process.env);
}

const serviceIn = createServices(() => connectionOf(settings(), engine));

/** The settings, once no key of ours is mistyped. */
export function checkedSettings(): Settings {
  requireKnownKeys(configuration, process.env.PULUMI_NODEJS_PROJECT);
  return settings();
}

/** The keys of `@pulumi/aws` that are set and not obeyed. */
export function keysLeftAside(): string[] {
  return awsKeysLeftAside(getConfig);
}

/** The stack's limit of one training. */
export function instanceHoursLimit(): number | undefined {
  return readInstanceHoursLimit(getConfig);
}

/** Everything that the rules need. */
export function context(): Context {
  const { maxConcurrentTrainings } = settings();
  return {
    serviceIn,
    clock: systemClock,
    engine,
    session,
    signal,
    maxConcurrentTrainings,
    flags: flagsOf(settings()),
  };
}

/** What needs no service: checks and diffs open no socket but the engine's. */
export const offline = { engine, session };
