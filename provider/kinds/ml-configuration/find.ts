import { refusal } from "../../core/errors/refusal";
import { isServiceError } from "../../core/errors/service-error";
import type { Context } from "../../core/run/context";
import type { GetMLConfigurationResponse, MLOutputConfiguration } from "../../service/shapes";

/** Whose configuration, and where. */
export interface Place {
  membershipIdentifier: string;
  region?: string | undefined;
}

/** What names a configuration within one run: a membership's identifier is the same in every region. */
export function placeOf({ membershipIdentifier, region }: Place): string {
  return `${region} ${membershipIdentifier}`;
}

/** The ML configuration of a membership, or undefined when it has none. */
export async function findConfiguration(
  { membershipIdentifier, region }: Place,
  { serviceIn, signal, reader }: Context,
): Promise<GetMLConfigurationResponse | undefined> {
  try {
    return await serviceIn(region).getMLConfiguration({ membershipIdentifier }, signal);
  } catch (error) {
    if (isServiceError(error, "not-found")) return undefined;
    throw isServiceError(error) ? refusal(error, reader) : error;
  }
}

/** Whether two say the same. */
export function isSameLocation(a: MLOutputConfiguration, b: MLOutputConfiguration): boolean {
  return a.roleArn === b.roleArn && a.destination?.s3Destination.s3Uri === b.destination?.s3Destination.s3Uri;
}
