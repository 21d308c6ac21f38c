import assert from "node:assert/strict";
import type { ServiceError } from "@grpc/grpc-js";
import { Monitor, type Registered } from "./monitor";
import { encoded, inputs, Service } from "./service";

describe("what Pulumi's SDK throws for a component, over the protocol", function () {
  this.timeout(60_000);
  let service: Service;
  let monitor: Monitor;
  let letGo: () => void;
  before(async () => {
    const waits = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const answer = async (request: Registered) => {
      if (request.getName().startsWith("waiting") && request.getType().endsWith("Job")) await waits;
      if (request.getName() === "failing" && request.getType().endsWith("Job"))
        throw new Error("no place for hush-4711 in aws:region");
      return {};
    };
    [service, monitor] = await Promise.all([Service.start(), Monitor.start(answer)]);
  });
  after(async () => {
    monitor.server.close();
    await service.close();
  });

  it("fails that one, and none of the others, and tells no secret", async () => {
    const construct = (name: string) =>
      monitor.construct(service, inputs, (request) => {
        request.setName(name);
        request.setInputs(encoded({ ...inputs, hyperparameters: { token: "hush-4711" } }, ["hyperparameters.token"]));
      });
    const waiting = ["waiting-1", "waiting-2", "waiting-3"].map(construct);
    const { details } = await construct("failing").then(
      () => assert.fail("it did not fail"),
      (error: ServiceError) => error,
    );
    assert.match(details, /failing.*no place for \[secret\] in cleanroomsml:region/);
    letGo();
    const names = (await Promise.all(waiting)).map((one) => one.getUrn().split("::").at(-1));
    assert.deepEqual(names, ["waiting-1", "waiting-2", "waiting-3"]);
  });
});
