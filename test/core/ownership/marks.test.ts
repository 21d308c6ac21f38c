import assert from "node:assert/strict";
import { ownerOf } from "../../../provider/core/ownership/marks";

const urn = (types: string, name = "churn", stack = "dev", project = "shop") =>
  `urn:pulumi:${stack}::${project}::${types}::${name}`;
const owner = (types: string, ...more: string[]) => ownerOf({ organization: "acme", urn: urn(types, ...more) });

const component = "cleanroomsml:index:TrainedModel";
const job = `${component}$pulumi-nodejs:dynamic/cleanroomsml:TrainingJob`;

describe("the owner's tag", () => {
  it("is the same under every host, whatever that calls the type", () => {
    assert.equal(owner(job), owner(`${component}$cleanroomsml:index:TrainingJob`));
    assert.equal(owner("pulumi-nodejs:dynamic/cleanroomsml:TrainingJob"), owner("cleanroomsml:index:TrainingJob"));
  });

  it("differs with everything else that says which resource it is", () => {
    const others = [
      owner(job),
      owner(job, "other"),
      owner(job, "churn", "prod"),
      owner(job, "churn", "dev", "shop2"),
      owner(`acme:ml:Models$${job}`),
      owner(`acme:ml:Other$${job}`),
      owner("pulumi-nodejs:dynamic/cleanroomsml:TrainingJob"),
      ownerOf({ organization: "other", urn: urn(job) }),
      owner(job, "churn::x"),
      owner(job, "x", "dev", "shop::churn"),
    ];
    assert.equal(new Set(others).size, others.length);
  });

  it("is a tag's value that AWS takes", () => assert.match(owner(job), /^[0-9a-f]{32}$/));
});
