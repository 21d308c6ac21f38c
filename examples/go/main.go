package main

import (
	"github.com/pulumi-cleanroomsml/pulumi-cleanroomsml/sdk/go/cleanroomsml"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		membership := "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789"
		churn, err := cleanroomsml.NewTrainedModel(ctx, "churn", &cleanroomsml.TrainedModelArgs{
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
			Hyperparameters: pulumi.Map{
				"epochs":        pulumi.Any(10),
				"learning-rate": pulumi.Any(0.1),
			},
		})
		if err != nil {
			return err
		}
		ctx.Export("arn", churn.TrainedModelArn)
		ctx.Export("status", churn.Status)
		return nil
	})
}
