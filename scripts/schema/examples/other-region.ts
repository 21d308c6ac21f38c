import * as cleanroomsml from "pulumi-cleanroomsml";

const europe = new cleanroomsml.Provider("europe", {
    region: "eu-west-1",
    assumeRoles: [{
        roleArn: "arn:aws:iam::210987654321:role/training",
    }],
});
