import { setMaxListeners } from "node:events";
import { isRecord } from "../utils/guards";
import { answers, engineAddress } from "./engine";
import { requireOfHost } from "./pulumi-modules";

/** How often the engine is looked for; two misses in a row are its end, so an orphan is gone within 10 s. */
const HEARTBEAT = 3_000;

/**
 * One signal for the whole process: it aborts at the first Ctrl-C and when the engine is gone.
 *
 * The engine tells its providers to cancel, and the dynamic host acknowledges without telling anybody. So the host's
 * gRPC server is listened to: best effort, without it a wait ends with the second Ctrl-C.
 */
export function cancellationSignal(): AbortSignal {
  const controller = new AbortController();
  // Every wait of the stack listens to it; Node takes more than ten listeners for a leak.
  setMaxListeners(0, controller.signal);
  listenForCancel(() => controller.abort(new Error("interrupted")));
  watchEngine(controller);
  return controller.signal;
}

interface ServerPrototype {
  _retrieveHandler?: (path: string) => unknown;
}

function listenForCancel(onCancel: () => void): void {
  try {
    const grpc: unknown = requireOfHost()("@grpc/grpc-js");
    if (!isRecord(grpc) || typeof grpc.Server !== "function") return;
    const prototype: ServerPrototype = grpc.Server.prototype;
    const original = prototype._retrieveHandler;
    if (typeof original !== "function") return;
    prototype._retrieveHandler = function (this: unknown, path: string) {
      if (path.endsWith("ResourceProvider/Cancel")) onCancel();
      return original.call(this, path);
    };
  } catch {
    // Another gRPC than the one this was written for.
  }
}

/** An orphaned host would go on for weeks: without an engine nobody hears its answers. */
function watchEngine(controller: AbortController): void {
  const address = engineAddress();
  if (address === undefined) return;
  let misses = 0;
  setInterval(async () => {
    misses = (await answers(address)) ? 0 : misses + 1;
    if (misses < 2) return;
    controller.abort(new Error("the Pulumi engine is gone"));
    // What was in flight has a moment to come to its end; nobody hears it.
    setTimeout(() => process.exit(1), 1_000).unref();
  }, HEARTBEAT).unref();
}
