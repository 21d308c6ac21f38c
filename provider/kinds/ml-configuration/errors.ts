import { AdvisedError } from "../../core/errors/errors";
import type { MLOutputConfiguration } from "../../service/shapes";

/** The membership has a configuration that is not the program's: two stacks would redirect each other's logs in turn. */
export class OtherConfigurationError extends AdvisedError {
  override readonly name = "OtherConfigurationError" as const;
  constructor(
    readonly membershipIdentifier: string,
    readonly found: MLOutputConfiguration,
    readonly wanted: MLOutputConfiguration,
  ) {
    super(
      `the membership ${membershipIdentifier} has another ML configuration already: ${locationText(found)}; the program wants ${locationText(wanted)}`,
      [
        "A membership has one ML configuration: its logs and outputs would go elsewhere for everyone.",
        "To put the program's in its place, set the input `overwrite: true`; to keep it, give its values.",
      ],
    );
  }
}

/** Where an ML configuration sends what it is for. */
export function locationText({ roleArn, destination }: MLOutputConfiguration): string {
  return `${destination?.s3Destination.s3Uri ?? "no destination"} as ${roleArn}`;
}
