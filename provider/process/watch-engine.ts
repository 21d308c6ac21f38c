import { answers } from "./engine";

/** How often the engine is looked for; two misses in a row are its end, so an orphan is gone within 10 s. */
const HEARTBEAT = 3_000;

/** An orphaned host would go on for weeks: without an engine nobody hears its answers. */
export function watchEngine(address: string | undefined, controller: AbortController): void {
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
