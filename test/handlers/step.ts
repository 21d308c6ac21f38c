import type { RunSettings } from "../../provider/core/run/settings";
import type { Values } from "../../provider/core/values/pick";
import { UnfinishedError } from "../../provider/handlers/failures";
import type { Request } from "../../provider/handlers/request";
import type { HostedHandlers } from "../plugin/over-messages";

/** A resource as the state holds it. */
export interface Recorded {
  id: string;
  request: Request;
  inputs: Values;
  outputs: Values;
}

/** What a step of an `up` came to. */
export interface Step {
  op: "same" | "update" | "create" | "replace";
  /** What the state holds from now on, also where the step failed with something to record. */
  recorded: Recorded;
  failure?: UnfinishedError;
}

/**
 * One resource in an `up`, asked about as Pulumi's engine asks: a check with the recorded inputs, a diff, and what follows;
 * before a create the check comes once more, without. A resource that is tainted has no recorded inputs for the engine.
 */
export async function upStep(
  handlers: HostedHandlers,
  request: Request,
  news: Values,
  recorded: Recorded | undefined,
  isTainted = false,
): Promise<Step> {
  if (recorded !== undefined && !isTainted) {
    const { id, outputs: olds } = recorded;
    const inputs = await checked(handlers, request, news, recorded.inputs);
    const { updates, replaces } = await handlers.diff({
      ...request,
      id,
      olds,
      oldSecrets: recorded.request.secrets,
      news: inputs,
    });
    if (updates.length + replaces.length === 0) return { op: "same", recorded };
    if (replaces.length === 0) {
      const step = async () => ({ id, outputs: await handlers.update({ ...request, id, olds, inputs }) });
      return { op: "update", ...(await recording(step, request, inputs)) };
    }
  }
  const inputs = await checked(handlers, request, news, undefined);
  const step = () => handlers.create({ ...request, inputs });
  return { op: recorded === undefined ? "create" : "replace", ...(await recording(step, request, inputs)) };
}

async function checked(handlers: HostedHandlers, request: Request, news: Values, olds: Values | undefined): Promise<Values> {
  const { inputs, failures } = await handlers.check({ ...request, olds, news });
  const [failure] = failures;
  if (failure !== undefined) throw new Error(`${failure.property} ${failure.reason}`);
  return inputs;
}

async function recording(
  step: () => Promise<{ id: string; outputs: Values }>,
  request: Request,
  inputs: Values,
): Promise<Pick<Step, "recorded" | "failure">> {
  try {
    return { recorded: { ...(await step()), request, inputs } };
  } catch (error) {
    if (!(error instanceof UnfinishedError)) throw error;
    return { recorded: { id: error.id, outputs: error.outputs, request, inputs }, failure: error };
  }
}

/** A configuration that says next to nothing. */
export function settingsOf({ maxConcurrentTrainings }: { maxConcurrentTrainings?: number | undefined } = {}): RunSettings {
  return {
    ofCalls: () => ({ flags: [], maxConcurrentTrainings }),
    ofCheck: async (_, isToCome) => ({ settings: { isToCome, region: "us-east-1" }, issues: [] }),
    instanceHoursLimit: () => ({ issues: [] }),
  };
}
