import assert from "node:assert/strict";
import { EngineRun } from "../../provider/core/run/engine-run";
import { fakes, membershipIdentifier, requestFor } from "../core/fakes";
import { hostedHandlersOf } from "./hosted";
import { settingsOf, upStep } from "./step";

const urn = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/cleanroomsml:MlConfiguration::logs";
const roleArn = "arn:aws:iam::123456789012:role/planted-role";
const at = (s3Uri: string) => ({ roleArn, destination: { s3Destination: { s3Uri } } });

describe("the rows of an ML configuration", () => {
  it("show no secret, neither where it takes another's place nor where it stays", async () => {
    const { service, serviceIn, clock, engine, signal } = fakes();
    const command = () => {
      const run = { serviceIn, clock, engine, engineRun: new EngineRun(), signal, settings: settingsOf(), hasCheckpoints: true };
      return hostedHandlersOf(run).MlConfiguration;
    };
    const secrets = ["membershipIdentifier", "defaultOutputLocation.roleArn"];
    const request = requestFor({ urn, name: "logs", secrets });
    await service.putMLConfiguration({ membershipIdentifier, defaultOutputLocation: at("s3://theirs/x") });
    const inputs = { membershipIdentifier, defaultOutputLocation: at("s3://ours/x"), overwrite: true };
    const { id, outputs: olds } = (await upStep(command(), request, inputs, undefined)).recorded;
    await service.putMLConfiguration({ membershipIdentifier, defaultOutputLocation: at("s3://theirs/x") });
    await command().delete({ ...request, id, olds });
    assert.equal(engine.lines.length, 2);
    assert.match(engine.lines[0] ?? "", /takes the place of s3:\/\/theirs\/x as /);
    assert.match(engine.lines[1] ?? "", /stays: somebody has changed it/);
    assert.doesNotMatch(engine.lines.join("\n"), /planted-role|0a1b2c3d-4e5f/);
  });
});
