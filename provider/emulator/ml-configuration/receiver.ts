import type { OperationContext } from "../operations/context";
import type { PhaseFailure } from "../state/lifecycle";
import { invalid, modelled } from "../wire/errors";

/** A job that hands something to a member. */
interface Handing {
  membershipIdentifier: string;
  outputConfiguration: { members: { accountId: string }[] };
}

/**
 * What stands against a job whose output goes to the caller's own account: its membership must have a configuration with a
 * destination. Of other members the emulator knows nothing, and takes theirs to be there. Thrown where the request is refused; given
 * back where the job fails later.
 */
export function requireReceiver(context: OperationContext, request: Handing): PhaseFailure | undefined {
  const { caller, settings, store } = context;
  const { membershipIdentifier, outputConfiguration } = request;
  if (!outputConfiguration.members.some(({ accountId }) => accountId === caller.accountId)) return undefined;
  const hasPlace = store.configurations.some(
    (one) =>
      one.membershipIdentifier === membershipIdentifier &&
      one.accountId === caller.accountId &&
      one.region === caller.region &&
      one.defaultOutputLocation.destination !== undefined,
  );
  if (hasPlace) return undefined;
  const message = "The receiver has no ML configuration with a destination";
  const reading = settings.readings.receiverWithoutConfig;
  if (reading === "create-failed") return { statusCode: "NO_ML_CONFIGURATION", message };
  throw reading === "validation" ? invalid(message) : modelled("AccessDeniedException", message);
}
