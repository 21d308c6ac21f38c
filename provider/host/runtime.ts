import { createService } from "../aws/api";
import type { Context } from "../trained-model/context";
import { Session } from "../trained-model/session";
import { cancellationSignal } from "./cancellation";
import { systemClock } from "./clock";
import { engineAddress, engineAt } from "./engine";
import { type GetConfig, readInstanceHoursLimit, readSettings, type Settings } from "./settings";

/** What one process of the dynamic host shares: it serves one operation of the engine, and one Provider. */
const session = new Session();
const engine = engineAt(engineAddress());
const signal = cancellationSignal();
const services = new Map<string, ReturnType<typeof createService>>();
let getConfig: GetConfig = () => undefined;

/**
 * Keeps the configuration, at once and without looking at it: the host does not wait for `configure` before other
 * calls and does not repeat one that failed. Whoever needs a setting reads it, and gets its error.
 */
export function configure(request: { config: { get: GetConfig } }): void {
  getConfig = (key) => request.config.get(key);
}

export function settings(): Settings {
  return readSettings(getConfig, process.env);
}

/** The stack's limit of one training. */
export function instanceHoursLimit(): number | undefined {
  return readInstanceHoursLimit(getConfig);
}

/** Everything that the rules need, with the service of a region; without one, of the region that is configured. */
export function contextOfRegion(region: string | undefined): Context {
  const { maxConcurrentTrainings } = settings();
  return {
    service: serviceOf(region),
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

function serviceOf(wanted: string | undefined): ReturnType<typeof createService> {
  const { region: configured, endpoint, profile, assumeRoles } = settings();
  const region = wanted ?? configured;
  const key = region ?? "";
  let service = services.get(key);
  if (service === undefined) {
    service = createService({
      assumeRoles,
      ...(region === undefined ? {} : { region }),
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(profile === undefined ? {} : { profile }),
    });
    services.set(key, service);
  }
  return service;
}

/** What the `cleanroomsml` command must be told to reach the service that this stack reaches. */
function flagsOf({ profile, endpoint, assumeRoles }: Settings): string[] {
  const flag = (name: string, value: string | undefined) => (value === undefined ? [] : [`--${name} '${value}'`]);
  return [
    ...flag("profile", profile),
    ...flag("endpoint", endpoint),
    ...assumeRoles.flatMap(({ roleArn }) => flag("role", roleArn)),
  ];
}
