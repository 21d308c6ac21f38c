import assert from "node:assert/strict";
import type { ServiceError } from "@grpc/grpc-js";
import { ProviderConfig } from "../../provider/plugin/configuration";
import { Crud } from "../../provider/plugin/crud";
import { Facts } from "../../provider/plugin/facts";
import { grpc, messages } from "../../provider/plugin/pulumi";
import { resourcesOf } from "../../provider/plugin/resources";
import { encoded } from "../../provider/plugin/values";
import { Configuration } from "../../provider/settings/configuration";
import { fakes, urn } from "../core/fakes";
import { settingsOf } from "../handlers/step";

describe("a question that fails in a way that nobody foresaw", () => {
  const context = fakes();
  const { TrainingJob } = resourcesOf({ ...context, settings: settingsOf(), hasCheckpoints: true });
  const broken = (): never => {
    throw new Error("hunter2, hunter3: see aws:region");
  };
  const handlers = { ...TrainingJob.handlers, check: async () => broken(), diff: broken };
  const crud = new Crud({ ...TrainingJob, handlers }, new Facts(), new ProviderConfig(new Configuration(context.engine)));
  const [olds, news] = ["hunter2", "hunter3"].map((description) => encoded({ description }, ["description"]));

  const questions = {
    check: () => crud.check(withBoth(new messages.CheckRequest())),
    diff: () => crud.diff(withBoth(new messages.DiffRequest())),
  };
  function withBoth<M extends InstanceType<typeof messages.CheckRequest> | InstanceType<typeof messages.DiffRequest>>(
    message: M,
  ): M {
    message.setUrn(urn);
    message.setOlds(olds);
    message.setNews(news);
    return message;
  }

  for (const [name, ask] of Object.entries(questions)) {
    it(`tells no secret, in the plugin's own words: ${name}`, async () => {
      const error = await ask().then(
        () => assert.fail("it did not fail"),
        (reason: ServiceError) => reason,
      );
      assert.equal(error.code, grpc.status.FAILED_PRECONDITION);
      assert.doesNotMatch(error.details, /hunter/);
      assert.match(error.details, /see cleanroomsml:region/);
    });
  }
});
