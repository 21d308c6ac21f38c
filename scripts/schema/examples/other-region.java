package generated_program;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.cleanroomsml.Provider;
import com.pulumi.cleanroomsml.ProviderArgs;
import com.pulumi.cleanroomsml.inputs.AssumeRoleArgs;

public class App {
    public static void main(String[] args) {
        Pulumi.run(App::stack);
    }

    public static void stack(Context ctx) {
        var europe = new Provider("europe", ProviderArgs.builder()
            .region("eu-west-1")
            .assumeRoles(AssumeRoleArgs.builder()
                .roleArn("arn:aws:iam::210987654321:role/training")
                .build())
            .build());
    }
}
