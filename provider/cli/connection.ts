import { createServices } from "../aws/api";
import { connectionFlags, type Flag } from "../core/errors/commands";
import type { Service } from "../service/operations";
import { defined } from "../utils/defined";

/** Flags that say which service is meant; without them the environment does, as for every AWS tool. */
export const connectionOptions = {
  region: { type: "string" },
  profile: { type: "string" },
  endpoint: { type: "string" },
  role: { type: "string", multiple: true },
} as const;

/** What `parseArgs` makes of them. */
export interface ConnectionFlags {
  region?: string | undefined;
  profile?: string | undefined;
  endpoint?: string | undefined;
  role?: string[] | undefined;
}

/** How the usage shows them. */
export const connectionUsage = "[--region NAME] [--profile NAME] [--endpoint URL] [--role ARN …]";

/** The service in a region; without one, where the flags or the environment say. */
export function servicesBy({ region, profile, endpoint, role = [] }: ConnectionFlags): (region: string | undefined) => Service {
  return createServices(() => ({
    assumeRoles: role.map((roleArn) => ({ roleArn })),
    ...defined({ region, profile, endpoint }),
  }));
}

/** The flags again: messages hand the connection on to the next command. */
export function flagsAgain({ profile, endpoint, role = [] }: ConnectionFlags): Flag[] {
  return connectionFlags({ profile, endpoint, roles: role });
}
