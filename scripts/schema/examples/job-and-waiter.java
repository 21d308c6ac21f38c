package generated_program;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.cleanroomsml.TrainingJob;
import com.pulumi.cleanroomsml.TrainingJobArgs;
import com.pulumi.cleanroomsml.TrainingWaiter;
import com.pulumi.cleanroomsml.TrainingWaiterArgs;
import com.pulumi.cleanroomsml.inputs.DataChannelArgs;
import com.pulumi.cleanroomsml.inputs.ResourceConfigArgs;
import com.pulumi.cleanroomsml.inputs.StoppingConditionArgs;

public class App {
    public static void main(String[] args) {
        Pulumi.run(App::stack);
    }

    public static void stack(Context ctx) {
        final var membership = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789";

        var job = new TrainingJob("job", TrainingJobArgs.builder()
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
                .mlInputChannelArn(String.format("%s/ml-input-channel/training", membership))
                .channelName("training")
                .build())
            .build());

        var waiter = new TrainingWaiter("waiter", TrainingWaiterArgs.builder()
            .jobId(job.id())
            .build());

        ctx.export("status", waiter.status());
    }
}
