import pulumi_cleanroomsml as cleanroomsml

europe = cleanroomsml.Provider("europe",
    region="eu-west-1",
    assume_roles=[{
        "role_arn": "arn:aws:iam::210987654321:role/training",
    }])
