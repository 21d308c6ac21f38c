import type * as shapes from "../../../service/shapes";
import { dateTime, empty, label, operation, structure, text } from "../schema";

const MLOutputConfiguration$ = structure<shapes.MLOutputConfiguration>(
  "MLOutputConfiguration",
  { roleArn: text },
  {
    destination: structure<shapes.Destination>(
      "Destination",
      { s3Destination: structure<shapes.S3ConfigMap>("S3ConfigMap", { s3Uri: text }, {}) },
      {},
    ),
  },
);

/** What PutMLConfiguration sends; `load.ts` compares the official client's with it. */
export const PutMLConfigurationRequest$ = structure<shapes.PutMLConfigurationRequest>(
  "PutMLConfigurationRequest",
  { membershipIdentifier: label, defaultOutputLocation: MLOutputConfiguration$ },
  {},
);

const addressing = (name: string) => structure<shapes.GetMLConfigurationRequest>(name, { membershipIdentifier: label }, {});

const GetMLConfigurationResponse$ = structure<shapes.GetMLConfigurationResponse>(
  "GetMLConfigurationResponse",
  { membershipIdentifier: text, defaultOutputLocation: MLOutputConfiguration$, createTime: dateTime, updateTime: dateTime },
  {},
);

const path = "/memberships/{membershipIdentifier}/ml-configurations";

/** The operations, by name. */
export const mlConfigurationOperations = {
  PutMLConfiguration: operation(
    "PutMLConfiguration",
    ["PUT", path],
    PutMLConfigurationRequest$,
    empty("PutMLConfigurationResponse"),
  ),
  GetMLConfiguration: operation(
    "GetMLConfiguration",
    ["GET", path],
    addressing("GetMLConfigurationRequest"),
    GetMLConfigurationResponse$,
  ),
  DeleteMLConfiguration: operation(
    "DeleteMLConfiguration",
    ["DELETE", path],
    addressing("DeleteMLConfigurationRequest"),
    empty("DeleteMLConfigurationResponse"),
  ),
};
