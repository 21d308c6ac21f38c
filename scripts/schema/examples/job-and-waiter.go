package main

import (
	"github.com/pulumi-cleanroomsml/pulumi-cleanroomsml/sdk/go/cleanroomsml"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		membership := "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789"
		job, err := cleanroomsml.NewTrainingJob(ctx, "job", &cleanroomsml.TrainingJobArgs{
			MembershipIdentifier:                   pulumi.String("0a1b2c3d-4e5f-6789-abcd-ef0123456789"),
			ConfiguredModelAlgorithmAssociationArn: pulumi.Sprintf("%v/configured-model-algorithm-association/propensity", membership),
			ResourceConfig: &cleanroomsml.ResourceConfigArgs{
				InstanceType:   pulumi.String(cleanroomsml.InstanceType_Ml_M5_2xlarge),
				VolumeSizeInGB: pulumi.Int(30),
			},
			StoppingCondition: &cleanroomsml.StoppingConditionArgs{
				MaxRuntimeInSeconds: pulumi.Int(3600),
			},
			DataChannels: cleanroomsml.DataChannelArray{
				&cleanroomsml.DataChannelArgs{
					MlInputChannelArn: pulumi.Sprintf("%v/ml-input-channel/training", membership),
					ChannelName:       pulumi.String("training"),
				},
			},
		})
		if err != nil {
			return err
		}
		waiter, err := cleanroomsml.NewTrainingWaiter(ctx, "waiter", &cleanroomsml.TrainingWaiterArgs{
			JobId: job.ID(),
		})
		if err != nil {
			return err
		}
		ctx.Export("status", waiter.Status)
		return nil
	})
}
