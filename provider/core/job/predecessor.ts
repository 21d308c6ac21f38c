import { messageOf } from "../../utils/thrown";
import { findJob } from "../looks/find-job";
import type { Job, JobContext, JobInputs } from "./kind";

/** Cancels what the resource gives up in this run, if it still runs: nobody wants it, and it is paid for. Never fails. */
export async function cancelPredecessor<I extends JobInputs, J extends Job>(context: JobContext<I, J>): Promise<void> {
  const { engine, engineRun, kind, resource } = context;
  const { work } = kind.words;
  const predecessor = engineRun.predecessor(resource.urn);
  if (predecessor === undefined || engineRun.isCurrent(predecessor)) return;
  try {
    const job = await findJob(predecessor, context);
    if (job === undefined || kind.phaseOf(job.status) !== "running") return;
    await kind.calls.cancel(predecessor, context);
    engine.log("info", resource.urn, `cancelled the ${work} that this one replaces: ${predecessor}`);
  } catch (error) {
    const why = messageOf(error);
    engine.log("warning", resource.urn, `the ${work} that this one replaces could not be cancelled yet (${why}): ${predecessor}`);
  }
}
