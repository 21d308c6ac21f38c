import assert from "node:assert/strict";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { Monitor, type Registered } from "./monitor";
import { inputs, Service } from "./service";

const { ResourceHooksBinding } = RegisterResourceRequest;
const team = "urn:pulumi:dev::shop::pkg:index:Team::team";

describe("the options of a component, over the protocol", function () {
  this.timeout(60_000);
  let service: Service;
  let monitor: Monitor;
  before(async () => {
    [service, monitor] = await Promise.all([Service.start(), Monitor.start(answer)]);
  });
  after(async () => {
    monitor.server.close();
    await service.close();
  });

  /** What the engine leaves out of the run: a component whose name says so, and all that it holds. */
  const answer = (request: Registered) => ({ isSkipped: request.getName() === "skipped" });

  /** An alias as a program gives it, and as the component is registered with it. */
  async function registered(alias: Alias): Promise<Alias.AsObject | undefined> {
    await monitor.construct(service, inputs, (request) => request.setParent(team).addAliases(alias));
    return monitor.last("TrainedModel").getAliasesList()[0]?.toObject();
  }

  function spec(set: (spec: Alias.Spec) => unknown): Alias {
    const found = new Alias.Spec();
    set(found);
    return new Alias().setSpec(found);
  }

  it("are aliases as the program gave them: the stack as parent, another parent, a name, a type, a URN", async () => {
    const noParent = (await registered(spec((one) => one.setNoparent(true))))?.spec;
    assert.equal(noParent?.noparent, true);
    assert.ok(!noParent?.parenturn);
    const other = (await registered(spec((one) => one.setParenturn(`${team}-of-before`))))?.spec;
    assert.equal(other?.parenturn, `${team}-of-before`);
    const named = (await registered(spec((one) => one.setName("old").setType("a:b:C").setProject("p").setStack("s"))))?.spec;
    assert.deepEqual([named?.name, named?.type, named?.project, named?.stack], ["old", "a:b:C", "p", "s"]);
    assert.equal(named?.parenturn, team);
    assert.equal((await registered(new Alias().setUrn(`${team}$x::old`)))?.urn, `${team}$x::old`);
  });

  it("are what it depends on, with the wait of each model among it: it is the wait that fails", async () => {
    const model = (await monitor.construct(service, inputs)).getUrn();
    const other = `${team}-of-another-package`;
    await monitor.construct(service, inputs, (request) => {
      request.setName("after");
      request.setDependenciesList([other, model]);
    });
    const dependencies = monitor.last("TrainedModel").getDependenciesList();
    const waiter = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel$cleanroomsml:index:TrainingWaiter::churn";
    assert.deepEqual([...dependencies].sort(), [model, other, waiter].sort());
  });

  it("are the hooks of a component, which the program runs", async () => {
    const hooks = new ResourceHooksBinding();
    const names = { beforeCreateList: ["look"], afterCreateList: ["tell", "note"], onErrorList: ["mend"] };
    hooks.setBeforeCreateList(names.beforeCreateList).setAfterCreateList(names.afterCreateList);
    hooks.setOnErrorList(names.onErrorList);
    await monitor.construct(service, inputs, (request) => request.setResourceHooks(hooks));
    const { beforeCreateList, afterCreateList, onErrorList } = monitor.last("TrainedModel").getHooks()?.toObject() ?? {};
    assert.deepEqual({ beforeCreateList, afterCreateList, onErrorList }, names);
  });

  it("leave no outputs with the engine of a component that it has skipped", async () => {
    const { completed } = monitor;
    for (const name of ["skipped", "churn"]) await monitor.construct(service, inputs, (request) => request.setName(name));
    const names = completed.map((urn) => urn.split("::").at(-1));
    assert.ok(names.includes("churn") && !names.includes("skipped"), `${names}`);
    assert.equal(monitor.registered.filter((one) => one.getName() === "skipped").length, 3);
  });
});
