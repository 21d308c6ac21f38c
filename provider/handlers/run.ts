import type { Job, JobContext, JobInputs, JobKind } from "../core/job/kind";
import type { Context } from "../core/run/context";
import type { RunSettings } from "../core/run/settings";
import type { Request } from "./request";

/** What the handlers of one process share: it serves one operation of the engine, and one provider. */
export interface Run extends Pick<Context, "serviceIn" | "signal" | "clock" | "engine" | "engineRun"> {
  settings: RunSettings;
  /** Whether the state is written after each step: not with PULUMI_SKIP_CHECKPOINTS. */
  hasCheckpoints: boolean;
}

/** What the rules work with for one request. */
export function contextOf<I extends JobInputs, J extends Job>(
  resource: Request,
  kind: JobKind<I, J>,
  run: Run,
): JobContext<I, J> {
  const { serviceIn, signal, clock, engine, engineRun, settings } = run;
  return { serviceIn, signal, clock, engine, engineRun, ...settings.ofCalls(), resource, kind };
}
