/** The commands that messages end with, in one place: each is run as it stands by a test. */

/** Marks a job to be trained again by the next `pulumi up`. URNs hold a `$`, so single quotes. */
export function taintCommand(jobUrn: string): string {
  return `pulumi state taint --yes '${jobUrn}'`;
}

/** Goes on where the last run ended. */
export const upCommand = "pulumi up";

/** Cancels a training that no state records. */
export function cancelCommand(id: string, flags: readonly string[]): string {
  return ["npx cleanroomsml cancel", `'${id}'`, ...flags].join(" ");
}
