import pulumi
import pulumi_cleanroomsml as cleanroomsml

membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789"
churn = cleanroomsml.TrainedModel("churn",
    membership_identifier="0a1b2c3d-4e5f-6789-abcd-ef0123456789",
    configured_model_algorithm_association_arn=f"{membership}/configured-model-algorithm-association/propensity",
    resource_config={
        "instance_type": cleanroomsml.InstanceType.ML_M5_2XLARGE,
        "volume_size_in_gb": 30,
    },
    stopping_condition={
        "max_runtime_in_seconds": 3600,
    },
    data_channels=[{
        "ml_input_channel_arn": f"{membership}/ml-input-channel/training",
        "channel_name": "training",
    }],
    hyperparameters={
        "epochs": 10,
        "learning-rate": 0.1,
    })
pulumi.export("arn", churn.trained_model_arn)
pulumi.export("status", churn.status)
