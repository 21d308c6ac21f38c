import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { control, controlPath } from "./control/control";
import type { Emulator } from "./emulator";
import { configurationOf, configure } from "./ml-configuration/configurations";
import { changeChannel, channelSnapshot } from "./ml-input-channels/channels";
import { Faults } from "./state/faults";
import { type EmulatorOptions, settingsOf } from "./state/options";
import { Store } from "./state/store";
import { change, snapshot } from "./trained-models/models";
import { send, thrown } from "./wire/answer";
import { readBody } from "./wire/body";
import { RequestLog } from "./wire/log";
import { type ServiceState, serve } from "./wire/serve";

/** Only this machine is answered: there is no other protection than a key that everybody knows. */
const host = "127.0.0.1";

/** Node's 16 KiB are too few for an Untag of 200 keys. */
const maxHeaderSize = 256 * 1024;

/**
 * Starts the service on 127.0.0.1 and resolves when it listens.
 *
 * @example
 * ```typescript
 * import { freshAccountQuotas, startEmulator } from "pulumi-cleanroomsml/emulator";
 *
 * export async function withService(test: (endpoint: string) => Promise<void>): Promise<number> {
 *   const service = await startEmulator({ trainingSeconds: 1, quotas: freshAccountQuotas });
 *   try {
 *     await test(service.endpoint);
 *     return service.creates;
 *   } finally {
 *     await service.close();
 *   }
 * }
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = settingsOf(options);
  const store = new Store(options.data);
  const clock = options.clock ?? Date;
  const service: ServiceState = { settings, store, faults: new Faults(), now: () => clock.now() + store.advanced };
  for (const fault of options.faults ?? []) service.faults.add(fault);
  const log = new RequestLog();
  const server = createServer({ maxHeaderSize }, (request, response) => {
    // A connection that ends while its request is read has nobody to answer.
    respond(service, emulator, log, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const port = portOf(server);
  const emulator: Emulator = {
    endpoint: `http://${host}:${port}`,
    port,
    requests: log.entries,
    get creates() {
      return store.creates;
    },
    faults: service.faults,
    models: () => snapshot(store, service.now()),
    change: (reference, to) => change(store, service.now(), reference, to),
    get queries() {
      return store.channels.length;
    },
    get runs() {
      return store.inferenceJobs.length;
    },
    get exports() {
      return store.exportJobs.length;
    },
    channels: () => channelSnapshot(store, service.now()),
    changeChannel: (arn, to) => changeChannel(store, service.now(), arn, to),
    configuration: (reference) => configurationOf(store, reference),
    configure: (reference, location) => configure(store, service.now(), reference, location),
    advance: (seconds) => store.advance(seconds * 1000),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return emulator;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

async function respond(
  service: ServiceState,
  emulator: Emulator,
  log: RequestLog,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = randomUUID();
  const url = request.url ?? "/";
  if (url.startsWith(controlPath)) {
    const body = (await readBody(request)) ?? Buffer.alloc(0);
    return send(response, control(emulator, request, body), id);
  }
  const entry = log.begin(id, request.method ?? "GET", url);
  const outcome = await serve(service, request, await readBody(request), entry).catch(thrown);
  if (outcome === "hang") return;
  if (outcome === "drop") {
    response.destroy();
    return;
  }
  entry.status = outcome.status;
  const code = outcome.headers["x-amzn-errortype"];
  if (code !== undefined) entry.errorCode = code;
  send(response, outcome, id);
}
