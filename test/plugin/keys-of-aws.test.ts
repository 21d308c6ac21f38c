import assert from "node:assert/strict";
import { type ServiceError, status } from "@grpc/grpc-js";
import { encoded, messages, providerUrn, Service, type Values } from "./service";

/** What a stack says to `@pulumi/aws`, and the plugin would not see. */
describe("a key of @pulumi/aws, over the protocol", function () {
  this.timeout(60_000);
  let service: Service;
  before(async () => {
    service = await Service.start();
  });
  after(() => service.close());

  /** What a component is refused with, in a stack with some keys, by a provider of a name and some inputs. */
  async function refusal(
    config: Record<string, string>,
    { provider = "default", own = {}, secret = [] }: { provider?: string; own?: Values; secret?: string[] } = {},
  ): Promise<string> {
    const configure = new messages.ConfigureRequest();
    configure.setUrn(`${providerUrn.slice(0, -"default".length)}${provider}`);
    configure.setId("0a1b2c3d-0000-4000-8000-123456789abc");
    configure.setArgs(encoded(own));
    await service.ask("configure", configure);
    const request = new messages.ConstructRequest();
    request.setType("cleanroomsml:index:TrainedModel");
    request.setName("churn");
    for (const [key, value] of Object.entries(config)) request.getConfigMap().set(key, value);
    request.setConfigsecretkeysList(secret);
    // Without inputs it fails in any case: by the keys first.
    const error = await service.ask("construct", request).then(
      () => assert.fail(),
      (thrown: ServiceError) => thrown,
    );
    return error.code === status.FAILED_PRECONDITION ? error.details : "";
  }

  it("is refused by a component of the default provider, whatever its name says besides", async () => {
    const config = { "aws:region": "eu-west-1", "aws:profile": "prod" };
    for (const provider of ["default", "default_0_1_0"]) {
      const text = await refusal(config, { provider });
      assert.match(text, /`pulumi config set cleanroomsml:region eu-west-1`/, provider);
      assert.match(text, /`pulumi config set cleanroomsml:profile prod`/, provider);
    }
  });

  it("is no matter where it is repeated, or where the program has a provider of its own", async () => {
    const config = { "aws:region": "eu-west-1" };
    assert.equal(await refusal(config, { own: { region: "eu-west-1" } }), "");
    assert.equal(await refusal(config, { provider: "mine" }), "");
  });
});
