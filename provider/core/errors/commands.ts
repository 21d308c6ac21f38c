import { quoted, type Shell, shellHere } from "./shell";

/** The commands that messages end with, in one place: each is run as it stands by a test. */

/** Marks a job to be started again by the next `pulumi up`; where nobody knows which, Pulumi asks. */
export function taintCommand(jobUrn: string, shell: Shell = shellHere): string {
  if (jobUrn === "") return "pulumi state taint";
  return `pulumi state taint --yes ${quoted(jobUrn, shell)}`;
}

/** Goes on where the last run ended. */
export const upCommand = "pulumi up";

/** Brings the state in line with the service. */
export const refreshCommand = "pulumi refresh --yes";

/** Cancels a job that no state records. */
export function cancelCommand(id: string, flags: readonly Flag[], shell: Shell = shellHere): string {
  const given = flags.map(([name, value]) => `--${name} ${quoted(value, shell)}`);
  return ["npx cleanroomsml cancel", quoted(id, shell), ...given].join(" ");
}

/** A flag of the command `cleanroomsml`, with its value. */
export type Flag = readonly [name: "profile" | "endpoint" | "role", value: string];

/** What leads a command to the service that was asked; a region is in the id. */
export function connectionFlags(asked: {
  profile?: string | undefined;
  endpoint?: string | undefined;
  roles: readonly string[];
}): Flag[] {
  return [
    ...(asked.profile === undefined ? [] : [["profile", asked.profile] as const]),
    ...(asked.endpoint === undefined ? [] : [["endpoint", asked.endpoint] as const]),
    ...asked.roles.map((arn) => ["role", arn] as const),
  ];
}
