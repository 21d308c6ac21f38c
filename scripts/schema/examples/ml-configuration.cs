using System.Collections.Generic;
using Pulumi;
using CleanRoomsML = Pulumi.CleanRoomsML;

return await Deployment.RunAsync(() =>
{
    var logs = new CleanRoomsML.MlConfiguration("logs", new()
    {
        MembershipIdentifier = "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
        DefaultOutputLocation = new CleanRoomsML.Inputs.MLOutputConfigurationArgs
        {
            RoleArn = "arn:aws:iam::123456789012:role/cleanrooms-ml-output",
            Destination = new CleanRoomsML.Inputs.DestinationArgs
            {
                S3Destination = new CleanRoomsML.Inputs.S3ConfigMapArgs
                {
                    S3Uri = "s3://churn-models/outputs",
                },
            },
        },
    });

    return new Dictionary<string, object?>
    {
        ["owned"] = logs.Owned,
    };
});
