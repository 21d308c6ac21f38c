import { setMaxListeners } from "node:events";
import { engineAddress } from "../process/engine";
import { watchEngine } from "../process/watch-engine";
import { isRecord } from "../utils/guards";
import { requireOfHost } from "./pulumi-modules";

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
  watchEngine(engineAddress(), controller);
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
