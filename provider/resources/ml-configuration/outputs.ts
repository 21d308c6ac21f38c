import type { Output } from "@pulumi/pulumi";

/** A folder of an S3 bucket. */
export interface S3ConfigMap {
  s3Uri: string;
}

/** Where Clean Rooms ML writes files. */
export interface Destination {
  s3Destination: S3ConfigMap;
}

/** Where logs, metrics and received outputs go, and as whom Clean Rooms ML writes there. */
export interface MLOutputConfiguration {
  destination?: Destination;
  roleArn: string;
}

/** What an ML configuration says. */
export interface MlConfigurationOutputs {
  /** The membership that has the configuration. */
  readonly membershipIdentifier: Output<string>;
  /** Where logs, metrics and received outputs go, and as whom Clean Rooms ML writes there. */
  readonly defaultOutputLocation: Output<MLOutputConfiguration>;
  /** AWS region of the membership. */
  readonly region: Output<string>;
  /** Whether this stack made the configuration. If not, `pulumi destroy` leaves it in AWS. */
  readonly owned: Output<boolean>;
  /** When the configuration was made, as ISO 8601. */
  readonly createTime: Output<string | undefined>;
  /** When the configuration was last changed, as ISO 8601. */
  readonly updateTime: Output<string | undefined>;
}
