import { createService, type ServiceOptions } from "../../../provider/aws/api";
import { loadClient } from "../../../provider/aws/client/load";
import { ServiceError } from "../../../provider/core/errors/service-error";
import type { Service } from "../../../provider/service/operations";
import type { CreateTrainedModelRequest, GetTrainedModelResponse, TrainedModelSummary } from "../../../provider/service/shapes";

export const membershipIdentifier = "11111111-2222-4333-8444-555555555555";
export const trainedModelArn = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${membershipIdentifier}/trained-model/m1`;
export const address = { membershipIdentifier, trainedModelArn };
export const modelPath = `/memberships/${membershipIdentifier}/trained-models/${encodeURIComponent(trainedModelArn)}`;
export const version = "99999999-8888-4777-a666-555555555555";

export const request: CreateTrainedModelRequest = {
  membershipIdentifier,
  name: "churn",
  configuredModelAlgorithmAssociationArn: `${trainedModelArn}/association`,
  resourceConfig: { instanceType: "ml.m5.xlarge", volumeSizeInGB: 30 },
  dataChannels: [
    { mlInputChannelArn: `${trainedModelArn}/channel`, channelName: "train", s3DataDistributionType: "ShardedByS3Key" },
  ],
  mlModelTrainingPayerAccountId: "210987654321",
};

/** A summary as it is over the wire; the times come back as dates. */
export const summary = {
  createTime: "2026-11-23T12:00:00Z",
  updateTime: "2026-11-23T12:00:01.500Z",
  trainedModelArn,
  name: "churn",
  membershipIdentifier,
  collaborationIdentifier: version,
  status: "ACTIVE",
  configuredModelAlgorithmAssociationArn: request.configuredModelAlgorithmAssociationArn,
};
export const summaryRead = {
  ...summary,
  createTime: new Date(summary.createTime),
  updateTime: new Date(summary.updateTime),
} as TrainedModelSummary;

export const model = { ...summary, dataChannels: request.dataChannels };
export const modelRead = { ...summaryRead, dataChannels: request.dataChannels } as GetTrainedModelResponse;

export const secret = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";
export const sessionToken = "FwoGZXIvYXdzEXAMPLETOKEN";

/** The service at an address, over the built-in client unless it is said otherwise. */
export const serviceAt = (endpoint: string, options: ServiceOptions = {}): Service =>
  createService({
    region: "us-east-1",
    endpoint,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: secret, sessionToken },
    load: () => loadClient({ force: "builtin" }),
    ...options,
  });

/** A signal that never aborts. */
export const never = new AbortController().signal;

/** The failure of a call that has to fail, as a ServiceError. */
export async function failureOf(call: Promise<unknown>): Promise<ServiceError> {
  const outcome = await call.then(
    (value) => new Error(`it did not fail: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (outcome instanceof ServiceError) return outcome;
  throw outcome;
}
