import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { type Store, sdk } from "./sdk";
import { leaveOutSkipped } from "./skipped";

/** Of each engine that asks: what the first component finds out, and its two connections. */
const first = new Map<string, Promise<Store>>();

/**
 * Makes the SDK ready for one component, within a store of its own. Connections to the engine are shared: two for each
 * component are 1.5 MB, and 300 MB of a stack of 200.
 */
export async function connect(request: ConstructRequest, engineAddress: string): Promise<void> {
  const { settings, state, config } = sdk();
  const monitorAddress = request.getMonitorendpoint();
  settings.resetOptions(
    request.getProject(),
    request.getStack(),
    request.getParallel(),
    engineAddress,
    monitorAddress,
    request.getDryrun(),
    request.getOrganization(),
  );
  const store = state.getStore();
  const shared = first.get(monitorAddress);
  if (shared === undefined) {
    const opened = open(store);
    first.set(monitorAddress, opened);
    await opened;
  } else {
    share(await shared, store);
  }
  config.setAllConfig(Object.fromEntries(request.getConfigMap().entries()), request.getConfigsecretkeysList());
}

async function open(store: Store): Promise<Store> {
  const { settings } = sdk();
  await settings.awaitFeatureSupport();
  const monitor = settings.getMonitor();
  if (monitor !== undefined) leaveOutSkipped(monitor);
  store.settings.monitor = monitor;
  store.settings.engine = settings.getEngine();
  return store;
}

function share(from: Store, to: Store): void {
  Object.assign(to.settings, { monitor: from.settings.monitor, engine: from.settings.engine });
  for (const [key, isSupported] of Object.entries(from)) if (isFeature(key)) to[key] = isSupported === true;
}

function isFeature(key: string): key is `supports${string}` {
  return key.startsWith("supports");
}
