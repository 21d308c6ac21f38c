package generated_program;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.cleanroomsml.MlConfiguration;
import com.pulumi.cleanroomsml.MlConfigurationArgs;
import com.pulumi.cleanroomsml.inputs.DestinationArgs;
import com.pulumi.cleanroomsml.inputs.MLOutputConfigurationArgs;
import com.pulumi.cleanroomsml.inputs.S3ConfigMapArgs;

public class App {
    public static void main(String[] args) {
        Pulumi.run(App::stack);
    }

    public static void stack(Context ctx) {
        var logs = new MlConfiguration("logs", MlConfigurationArgs.builder()
            .membershipIdentifier("0a1b2c3d-4e5f-6789-abcd-ef0123456789")
            .defaultOutputLocation(MLOutputConfigurationArgs.builder()
                .roleArn("arn:aws:iam::123456789012:role/cleanrooms-ml-output")
                .destination(DestinationArgs.builder()
                    .s3Destination(S3ConfigMapArgs.builder()
                        .s3Uri("s3://churn-models/outputs")
                        .build())
                    .build())
                .build())
            .build());

        ctx.export("owned", logs.owned());
    }
}
