import type { ServiceOptions } from "../aws/connection/connect";
import { connectionFlags, type Flag } from "../core/errors/commands";
import type { Settings } from "./settings";

/** How the settings say that the service is called. */
export function connectionOf(settings: Settings, log: NonNullable<ServiceOptions["log"]>): ServiceOptions {
  setVariables(settings);
  return { ...settings, log };
}

/** What the `cleanroomsml` command must be told to reach the service that this stack reaches. */
export function flagsOf({ profile, credentials, webIdentity, endpoint, assumeRoles }: Settings): Flag[] {
  // Keys and tokens win over a profile: naming it would lead a command to another account.
  const isByProfile = credentials === undefined && webIdentity === undefined;
  return connectionFlags({
    profile: isByProfile ? profile : undefined,
    endpoint,
    roles: assumeRoles.map(({ roleArn }) => roleArn),
  });
}

/**
 * Hands the SDK what it takes from the environment alone: its parts look for the shared files each on its own. It
 * holds for the process, which serves one configuration.
 */
export function setVariables({ variables }: Settings): void {
  Object.assign(process.env, variables);
}
