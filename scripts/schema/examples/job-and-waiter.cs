using System.Collections.Generic;
using Pulumi;
using CleanRoomsML = Pulumi.CleanRoomsML;

return await Deployment.RunAsync(() =>
{
    var membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";

    var job = new CleanRoomsML.TrainingJob("job", new()
    {
        MembershipIdentifier = "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
        ConfiguredModelAlgorithmAssociationArn = $"{membership}/configured-model-algorithm-association/propensity",
        ResourceConfig = new CleanRoomsML.Inputs.ResourceConfigArgs
        {
            InstanceType = CleanRoomsML.InstanceType.Ml_M5_2xlarge,
            VolumeSizeInGB = 30,
        },
        StoppingCondition = new CleanRoomsML.Inputs.StoppingConditionArgs
        {
            MaxRuntimeInSeconds = 3600,
        },
        DataChannels = new[]
        {
            new CleanRoomsML.Inputs.DataChannelArgs
            {
                MlInputChannelArn = $"{membership}/ml-input-channel/training",
                ChannelName = "training",
            },
        },
    });

    var waiter = new CleanRoomsML.TrainingWaiter("waiter", new()
    {
        JobId = job.Id,
    });

    return new Dictionary<string, object?>
    {
        ["status"] = waiter.Status,
    };
});
