import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { Monitor } from "./monitor";
import { inputs, providerId, providerUrn, Service } from "./service";

describe("the providers of a component, over the protocol", function () {
  this.timeout(60_000);
  let service: Service;
  let monitor: Monitor;
  before(async () => {
    [service, monitor] = await Promise.all([Service.start(), Monitor.start()]);
  });
  after(async () => {
    monitor.server.close();
    await service.close();
  });

  const reference = (name: string) => `urn:pulumi:dev::shop::pulumi:providers:${name}::mine::0a1b2c3d`;

  /** Makes a component of a name with providers of some packages, in its own options or its parent's. */
  const made = (name: string, ...packages: string[]) =>
    monitor.construct(service, inputs, (request) => {
      request.setName(name);
      for (const one of packages) request.getProvidersMap().set(one, reference(one));
    });

  it("are one of this package: another of AWS alone is warned of, on the component's row", async () => {
    await made("churn", "aws", "cleanroomsml");
    await made("churn", "kubernetes");
    assert.equal(monitor.last("TrainingJob").getProvider(), `${providerUrn}::${providerId}`);
    await made("told", "aws", "kubernetes");
    const warnings = () => service.engine.logged.filter(({ message }) => message.includes("does not reach Clean Rooms ML"));
    while (warnings().length === 0) await delay(20);
    const [warning, ...more] = warnings();
    assert.match(warning?.message ?? "", /of the package aws does not .*pass a provider of the package cleanroomsml/);
    assert.match(warning?.urn ?? "", /TrainedModel::told$/);
    assert.deepEqual(more, []);
  });
});
