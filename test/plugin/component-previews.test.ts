import assert from "node:assert/strict";
import type * as Messages from "@pulumi/pulumi/proto/provider_pb";
import { Monitor } from "./monitor";
import { asked, encoded, inputs, messages, Service, type Values } from "./service";

const component = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel";
const jobOf = (name: string) => `${component}$cleanroomsml:index:TrainingJob::${name}`;
const role = "urn:pulumi:dev::shop::aws:iam/role:Role::role";

/** An output that a preview does not know: nobody has told it, or its resource does not have it. */
const unknownOf = (...dependencies: string[]) => ({
  "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  dependencies,
});

describe("an unknown output in the preview of a component, over the protocol", function () {
  this.timeout(60_000);
  let service: Service;
  let monitor: Monitor;
  before(async () => {
    [service, monitor] = await Promise.all([Service.start(), Monitor.start()]);
    await previewed("kept", inputs);
    await previewed("made-anew", { ...inputs, hyperparameters: { epochs: "20" } });
    await service.check(jobOf("new"), encoded(inputs));
  });
  after(async () => {
    monitor.server.close();
    await service.close();
  });

  /** Asks what the engine asks of a recorded job. */
  async function previewed(name: string, news: Values): Promise<void> {
    const id = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/m/trained-model/${name}`;
    await service.check(jobOf(name), encoded(news), encoded(inputs));
    const request = asked(new messages.DiffRequest(), jobOf(name), (one) => {
      one.setId(id);
      one.setOlds(encoded({ ...inputs, trainedModelArn: id }));
      one.setNews(encoded(news));
    });
    await service.ask<Messages.DiffResponse>("diff", request);
  }

  /** What a model tells of the inputs that come from something made anew. */
  async function moving(more: Values): Promise<unknown> {
    await monitor.construct(service, { ...inputs, ...more }, (request) => {
      request.setName("top");
      request.setDryrun(true);
    });
    const context = monitor.last("TrainingJob").getObject()?.toJavaScript().__context;
    return (context as Values | undefined)?.moving;
  }

  it("is no change where it comes from a model that stays, whichever of its parts it names", async () => {
    for (const urn of [`${component}::kept`, jobOf("kept"), jobOf("kept").replace("TrainingJob", "TrainingWaiter")])
      assert.equal(await moving({ description: unknownOf(urn), environment: unknownOf(urn) }), undefined, urn);
  });

  it("is one where it comes from a model that is new or made anew, or from anything else", async () => {
    for (const urns of [[`${component}::made-anew`], [`${component}::new`], [role], [`${component}::kept`, role], []])
      assert.deepEqual(await moving({ description: unknownOf(...urns) }), ["description"], urns.join());
  });
});
