export interface PutMLConfigurationRequest {
  membershipIdentifier: string;
  defaultOutputLocation: MLOutputConfiguration;
}

export interface GetMLConfigurationRequest {
  membershipIdentifier: string;
}

export interface GetMLConfigurationResponse {
  membershipIdentifier: string;
  defaultOutputLocation: MLOutputConfiguration;
  createTime: Date;
  updateTime: Date;
}

export interface DeleteMLConfigurationRequest {
  membershipIdentifier: string;
}

/** Where logs, metrics and what a member receives go, and as whom Clean Rooms ML writes there. */
export interface MLOutputConfiguration {
  destination?: Destination | undefined;
  roleArn: string;
}

export interface Destination {
  s3Destination: S3ConfigMap;
}

export interface S3ConfigMap {
  s3Uri: string;
}
