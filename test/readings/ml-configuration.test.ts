import assert from "node:assert/strict";
import { createService } from "../../provider/aws/api";
import { EngineRun } from "../../provider/core/run/engine-run";
import { type Emulator, type Readings, readings, startEmulator } from "../../provider/emulator";
import { FakeClock, FakeEngine, membershipIdentifier, requestFor } from "../core/fakes";
import { hostedHandlersOf } from "../handlers/hosted";
import { type Recorded, settingsOf, upStep } from "../handlers/step";

const own = ["putWithoutDestination", "putCreateTime", "deleteMissingConfig"] as const;
const roleArn = "arn:aws:iam::123456789012:role/output";
const at = (s3Uri: string) => ({ roleArn, destination: { s3Destination: { s3Uri } } });

/** Every configuration of the readings that are about it. */
function configurations(names: readonly (typeof own)[number][]): Partial<Readings>[] {
  const [name, ...rest] = names;
  if (name === undefined) return [{}];
  return readings[name].values.flatMap((value) => configurations(rest).map((one) => ({ ...one, [name]: value })));
}

describe("an ML configuration under every reading of the service", () => {
  for (const [index, configuration] of configurations(own).entries()) {
    describe(JSON.stringify(configuration), () => {
      let emulator: Emulator;
      before(async () => {
        emulator = await startEmulator({ readings: configuration });
      });
      after(() => emulator.close());

      const urn = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/cleanroomsml:MlConfiguration::logs";
      const handlers = () => {
        const credentials = { accessKeyId: "test", secretAccessKey: "test" };
        const service = createService({ region: "us-east-1", endpoint: emulator.endpoint, credentials });
        return hostedHandlersOf({
          serviceIn: () => service,
          clock: new FakeClock(),
          engine: new FakeEngine(),
          engineRun: new EngineRun(),
          signal: new AbortController().signal,
          settings: settingsOf(),
          hasCheckpoints: true,
        }).MlConfiguration;
      };
      const up = async (location: object, recorded?: Recorded) => {
        const request = requestFor({ urn, name: "logs" });
        return upStep(handlers(), request, { membershipIdentifier, defaultOutputLocation: location }, recorded);
      };
      const refreshed = async (recorded: Recorded): Promise<Recorded> => {
        const { request, id, outputs: olds } = recorded;
        return { ...recorded, ...((await handlers().read({ ...request, id, olds })) ?? assert.fail("it is gone")) };
      };
      const puts = () => emulator.requests.filter(({ operation }) => operation === "PutMLConfiguration").length;

      it("is put once for each change of the program, and never for a refresh", async () => {
        let step = await up(at("s3://models/one"));
        assert.equal(step.op, "create");
        for (const location of [at("s3://models/two"), { roleArn }, at("s3://models/one")]) {
          step = await up(location, await refreshed(step.recorded));
          assert.equal(step.op, "update");
          for (const recorded of [step.recorded, await refreshed(step.recorded)]) {
            assert.equal((await up(location, recorded)).op, "same");
          }
        }
        assert.equal(puts(), 4);
        const { request, id, outputs: olds } = step.recorded;
        await handlers().delete({ ...request, id, olds });
        await handlers().delete({ ...request, id, olds });
        assert.equal(emulator.configuration({ membershipIdentifier }), undefined);
      });

      // The readings make no difference to it.
      if (index > 0) return;

      it("is the stack's own though no put was answered, and though it could not be looked at", async () => {
        const forget = () => emulator.faults.clear();
        emulator.faults.add({ kind: "drop", operation: "PutMLConfiguration", when: "after", times: 9 });
        const { recorded } = await up(at("s3://models/lost"));
        assert.equal(recorded.outputs.owned, true);
        forget();
        emulator.faults.add({ kind: "drop", operation: "GetMLConfiguration", times: 9 });
        const { recorded: changed } = await up(at("s3://models/unseen"), recorded);
        assert.equal(changed.outputs.owned, true);
        forget();
        await handlers().delete({ ...changed.request, id: changed.id, olds: changed.outputs });
        assert.equal(await handlers().read({ ...changed.request, id: changed.id, olds: changed.outputs }), undefined);
      });
    });
  }
});
