import pulumi
import pulumi_cleanroomsml as cleanroomsml

logs = cleanroomsml.MlConfiguration("logs",
    membership_identifier="0a1b2c3d-4e5f-6789-abcd-ef0123456789",
    default_output_location={
        "role_arn": "arn:aws:iam::123456789012:role/cleanrooms-ml-output",
        "destination": {
            "s3_destination": {
                "s3_uri": "s3://churn-models/outputs",
            },
        },
    })
pulumi.export("owned", logs.owned)
