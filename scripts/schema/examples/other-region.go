package main

import (
	"github.com/pulumi-cleanroomsml/pulumi-cleanroomsml/sdk/go/cleanroomsml"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		_, err := cleanroomsml.NewProvider(ctx, "europe", &cleanroomsml.ProviderArgs{
			Region: pulumi.String("eu-west-1"),
			AssumeRoles: cleanroomsml.AssumeRoleArray{
				&cleanroomsml.AssumeRoleArgs{
					RoleArn: pulumi.String("arn:aws:iam::210987654321:role/training"),
				},
			},
		})
		if err != nil {
			return err
		}
		return nil
	})
}
