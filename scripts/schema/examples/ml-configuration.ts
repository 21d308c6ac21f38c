import * as cleanroomsml from "pulumi-cleanroomsml";

const logs = new cleanroomsml.MlConfiguration("logs", {
    membershipIdentifier: "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
    defaultOutputLocation: {
        roleArn: "arn:aws:iam::123456789012:role/cleanrooms-ml-output",
        destination: {
            s3Destination: {
                s3Uri: "s3://churn-models/outputs",
            },
        },
    },
});
export const owned = logs.owned;
