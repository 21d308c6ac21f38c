import { upCommand } from "../errors/commands";
import { EngineGoneError } from "../errors/errors";
import type { Context } from "./context";

/** Throws when interrupted, and unless the engine that asked still answers: what nobody records must not be paid for. */
export async function requireEngine(work: string, { engine, signal }: Pick<Context, "engine" | "signal">): Promise<void> {
  const why = signal.aborted ? "interrupted" : (await engine.isAlive()) ? undefined : "the Pulumi engine is gone";
  if (why === undefined) return;
  throw new EngineGoneError(`${why}; no ${work} was started`, ["To look at what is there and go on:", upCommand]);
}
