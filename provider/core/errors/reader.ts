import { upCommand } from "./commands";

/** Who reads an advice: a setting has one name in a stack and another on a command line. */
export interface Reader {
  endpoint: string;
  region: string;
  credentials: string;
  identity: string;
  /** What may name something that is not there. */
  names: string;
  again: string;
  /** Where a delete did not come to its end. */
  kept: string;
}

/** Who runs Pulumi. */
export const ofPulumi: Reader = {
  endpoint: "`cleanroomsml:endpoint`, AWS_ENDPOINT_URL_CLEANROOMSML",
  region: "`cleanroomsml:region` or `aws:region`, AWS_REGION, or a profile that has one",
  credentials: "AWS_PROFILE, AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY, `cleanroomsml:profile` or `aws:profile`",
  identity: "the identity that runs Pulumi",
  names: "`membershipIdentifier`, the ARNs and the region; the state is as it was",
  again: `run \`${upCommand}\` again`,
  kept: "It stays in the state.",
};

/** Who runs the command `cleanroomsml`. */
export const ofCommand: Reader = {
  endpoint: "`--endpoint`, AWS_ENDPOINT_URL_CLEANROOMSML",
  region: "`--region`, AWS_REGION, or a profile that has one",
  credentials: "`--profile`, AWS_PROFILE, AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY",
  identity: "the identity that runs this command",
  names: "the id that was given, `--region` and AWS_REGION",
  again: "run this command again",
  kept: "It is there still.",
};
