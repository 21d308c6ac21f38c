package generated_program;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.cleanroomsml.TrainedModel;
import com.pulumi.cleanroomsml.TrainedModelArgs;
import com.pulumi.cleanroomsml.inputs.DataChannelArgs;
import com.pulumi.cleanroomsml.inputs.IncrementalTrainingDataChannelArgs;
import com.pulumi.cleanroomsml.inputs.ResourceConfigArgs;
import com.pulumi.cleanroomsml.inputs.StoppingConditionArgs;

public class App {
    public static void main(String[] args) {
        Pulumi.run(App::stack);
    }

    public static void stack(Context ctx) {
        final var membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";

        var january = new TrainedModel("january", TrainedModelArgs.builder()
            .membershipIdentifier("0a1b2c3d-4e5f-6789-abcd-ef0123456789")
            .configuredModelAlgorithmAssociationArn(String.format("%s/configured-model-algorithm-association/propensity", membership))
            .resourceConfig(ResourceConfigArgs.builder()
                .instanceType("ml.m5.2xlarge")
                .volumeSizeInGB(30)
                .build())
            .stoppingCondition(StoppingConditionArgs.builder()
                .maxRuntimeInSeconds(3600)
                .build())
            .dataChannels(DataChannelArgs.builder()
                .mlInputChannelArn(String.format("%s/ml-input-channel/january", membership))
                .channelName("training")
                .build())
            .build());

        var february = new TrainedModel("february", TrainedModelArgs.builder()
            .membershipIdentifier("0a1b2c3d-4e5f-6789-abcd-ef0123456789")
            .configuredModelAlgorithmAssociationArn(String.format("%s/configured-model-algorithm-association/propensity", membership))
            .resourceConfig(ResourceConfigArgs.builder()
                .instanceType("ml.m5.2xlarge")
                .volumeSizeInGB(30)
                .build())
            .stoppingCondition(StoppingConditionArgs.builder()
                .maxRuntimeInSeconds(3600)
                .build())
            .dataChannels(DataChannelArgs.builder()
                .mlInputChannelArn(String.format("%s/ml-input-channel/february", membership))
                .channelName("training")
                .build())
            .incrementalTrainingDataChannels(IncrementalTrainingDataChannelArgs.builder()
                .trainedModelArn(january.trainedModelArn())
                .versionIdentifier(january.versionIdentifier().applyValue(version -> version.orElse(null)))
                .channelName("source")
                .build())
            .build());
    }
}
