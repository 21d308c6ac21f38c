package main

import (
	"github.com/pulumi-cleanroomsml/pulumi-cleanroomsml/sdk/go/cleanroomsml"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		logs, err := cleanroomsml.NewMlConfiguration(ctx, "logs", &cleanroomsml.MlConfigurationArgs{
			MembershipIdentifier: pulumi.String("0a1b2c3d-4e5f-6789-abcd-ef0123456789"),
			DefaultOutputLocation: &cleanroomsml.MLOutputConfigurationArgs{
				RoleArn: pulumi.String("arn:aws:iam::123456789012:role/cleanrooms-ml-output"),
				Destination: &cleanroomsml.DestinationArgs{
					S3Destination: &cleanroomsml.S3ConfigMapArgs{
						S3Uri: pulumi.String("s3://churn-models/outputs"),
					},
				},
			},
		})
		if err != nil {
			return err
		}
		ctx.Export("owned", logs.Owned)
		return nil
	})
}
