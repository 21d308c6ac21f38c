import { upCommand } from "./commands";
import type { Context } from "./context";
import { EngineGoneError } from "./errors";

/** Throws unless the engine that asked still answers: what nobody records must not be paid for. */
export async function requireEngine({ engine, signal }: Pick<Context, "engine" | "signal">): Promise<void> {
  signal.throwIfAborted();
  if (await engine.isAlive()) return;
  throw new EngineGoneError("the Pulumi engine is gone; nothing was sent", ["To look at what is there and go on:", upCommand]);
}
