import assert from "node:assert/strict";
import { type ServiceError, status } from "@grpc/grpc-js";
import { messages } from "../../provider/plugin/pulumi";
import { encoded } from "../../provider/plugin/values";
import { inputs, Service } from "./service";

/** What is wrong, and would show what it holds. */
const wrong = {
  ...inputs,
  resourceConfig: { instanceType: "planted-type", volumeSizeInGB: 30 },
  dataChannels: [{ mlInputChannelArn: "planted-arn", channelName: "planted name!" }],
  environment: { TOKEN: `planted-${"x".repeat(600)}` },
  hyperparameters: { "": "planted-hyper" },
  tags: { "cleanroomsml:x": "planted-tag" },
};

describe("the error of a component's inputs, over the protocol", function () {
  this.timeout(60_000);
  let service: Service;
  before(async () => {
    service = await Service.start();
  });
  after(() => service.close());

  async function errorOf(secrets: readonly string[]): Promise<{ code: number; text: string }> {
    const request = new messages.ConstructRequest();
    request.setProject("shop");
    request.setStack("dev");
    request.setType("cleanroomsml:index:TrainedModel");
    request.setName("churn");
    request.setDryrun(true);
    request.setInputs(encoded(wrong, secrets));
    const error = await service.ask("construct", request).then(
      () => assert.fail("it did not fail"),
      (reason: ServiceError) => reason,
    );
    const details = error.metadata.get("grpc-status-details-bin").map(String);
    return { code: error.code, text: [error.details, ...details].join("\n") };
  }

  it("names each path, and what stands there", async () => {
    const { code, text } = await errorOf([]);
    assert.equal(code, status.INVALID_ARGUMENT);
    for (const path of ["resourceConfig.instanceType", "dataChannels[0].channelName", "environment.TOKEN", "tags"])
      assert.ok(text.includes(path), `${path}: ${text}`);
  });

  it("holds nothing of what is secret, and its path as a text alone", async () => {
    const whole = ["resourceConfig", "dataChannels", "environment", "hyperparameters", "tags"];
    const leaves = [
      "resourceConfig.instanceType",
      "dataChannels[0].channelName",
      "dataChannels[0].mlInputChannelArn",
      "environment.TOKEN",
      'hyperparameters[""]',
      'tags["cleanroomsml:x"]',
    ];
    for (const secrets of [whole, leaves]) {
      const { code, text } = await errorOf(secrets);
      assert.equal(code, status.INVALID_ARGUMENT);
      assert.doesNotMatch(text, /planted/);
      assert.ok(text.includes("environment.TOKEN"), text);
    }
  });
});
