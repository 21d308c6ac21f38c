import { Empty } from "../pulumi";
import { type Monitor, sdk } from "./sdk";

/**
 * Keeps the outputs of a component from the engine where it has skipped the component, with `--continue-on-error`. It has no place for
 * them, takes that for an error of its own, and ends the run of all others ("whose registration isn't pending").
 */
export function leaveOutSkipped(monitor: Monitor): void {
  const skipped = new Set<string>();
  const register = monitor.registerResource.bind(monitor);
  const registerOutputs = monitor.registerResourceOutputs.bind(monitor);
  monitor.registerResource = (request, done) =>
    register(request, (error, answer) => {
      if (error === null && answer.getResult() === sdk().resources.Result.SKIP) skipped.add(answer.getUrn());
      done(error, answer);
    });
  monitor.registerResourceOutputs = (request, done) =>
    skipped.has(request.getUrn()) ? done(null, new Empty()) : registerOutputs(request, done);
}
