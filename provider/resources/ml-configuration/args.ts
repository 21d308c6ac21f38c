import type { Input } from "@pulumi/pulumi";

/** A folder of an S3 bucket. */
export interface S3ConfigMapArgs {
  /** URI of the folder, such as `s3://bucket/prefix`; the bucket is in the region of the collaboration. Limits: 1 to 1285 characters that begin with `s3://`. Updated in place. */
  s3Uri: Input<string>;
}

/** Where Clean Rooms ML writes files. */
export interface DestinationArgs {
  /** The folder in S3. Below it, an output goes to `collaborationIdentifier/trainedModelName/callerAccountId/jobName`. Updated in place. */
  s3Destination: Input<S3ConfigMapArgs>;
}

/** Where logs, metrics and received outputs go, and as whom Clean Rooms ML writes there. */
export interface MLOutputConfigurationArgs {
  /** Where files go. Default: none; a member that receives exports or inference output needs one. Updated in place. */
  destination?: Input<DestinationArgs | undefined>;
  /** ARN of the IAM role that Clean Rooms ML takes on. Limits: 20 to 2048 characters; a role of the membership's account that trusts `cleanrooms-ml.amazonaws.com`. Updated in place. */
  roleArn: Input<string>;
}

/** The inputs of an ML configuration: the 2 of PutMLConfiguration under their names in the API, and those of this package. */
export interface MlConfigurationArgs {
  /** The membership that has the configuration. Limits: a UUID; one configuration for each membership. Replaces. */
  membershipIdentifier: Input<string>;
  /** Where logs, metrics and received outputs go, and as whom Clean Rooms ML writes there. Updated in place. */
  defaultOutputLocation: Input<MLOutputConfigurationArgs>;
  /** AWS region of the membership. Default: `cleanroomsml:region`, `aws:region`, AWS_REGION, the profile. Replaces when it differs from the region in the state. */
  region?: Input<string | undefined>;
  /** Whether the first `pulumi up` may take the place of another configuration that the membership has; later, it does nothing. Default: false, and another configuration is an error that shows both. Updated in place. */
  overwrite?: Input<boolean | undefined>;
}
