import assert from "node:assert/strict";
import { setMaxListeners } from "node:events";
import { ServiceError } from "../../../provider/core/errors/service-error";
import { waitUntilActive } from "../../../provider/core/job/wait";
import { EventClock } from "../event-clock";
import { FakeService, fakes, jobInputs, requestFor, urn } from "../fakes";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A membership in which some models train for so long, and the waits for all of them in one run. */
function waits(models: number, trainingMs: number, seed = 1) {
  const clock = new EventClock(seed);
  const service = new FakeService(clock);
  service.trainingMs = trainingMs;
  const context = { ...fakes(), clock, service, serviceIn: () => service };
  setMaxListeners(0, context.signal);
  const started = clock.now();
  const ids = Array.from({ length: models }, (_, index) => service.add({ ...jobInputs(), name: `m-${index}` }).trainedModelArn);
  const noticed: number[] = [];
  const begin = () =>
    Promise.all(
      ids.map(async (id, index) => {
        const resource = requestFor({ urn: `${urn}-${index}` });
        const bound = 2 * trainingMs + HOUR;
        const model = await waitUntilActive({ id, jobUrn: urn, bound, onJob: () => undefined }, { ...context, resource });
        noticed.push(clock.now() - started - trainingMs);
        return model;
      }),
    );
  return { clock, service, context, ids, noticed, begin };
}

describe("the polls of a wait", () => {
  it("are at most 800 in a day", async () => {
    const { service, begin } = waits(1, DAY);
    await begin();
    console.log(`      ${service.calls.length} calls`);
    assert.ok(service.calls.length <= 800, String(service.calls.length));
  });

  it("are at most 60 a model in a day, where a run waits for 100 models of one membership", async () => {
    const { service, noticed, begin } = waits(100, DAY);
    const found = await begin();
    console.log(`      ${service.calls.length / 100} calls a model`);
    assert.ok(service.calls.length <= 60 * 100, String(service.calls.length));
    assert.ok(Math.max(...noticed) <= 144_000, `noticed after ${Math.max(...noticed)} ms`);
    // A list does not say when it was created: each answer is of the model itself.
    assert.ok(found.every(({ status, tags }) => status === "ACTIVE" && tags !== undefined));
  }).timeout(60_000);

  for (const models of [1, 100]) {
    it(`notice what trains under a minute within 2 s, and all else within 5 % of the training: ${models} at once`, async () => {
      for (const seconds of [1, 5, 20, 45, 59, 61, 120, 299, 600, 2_400]) {
        const bound = seconds < 60 ? 2_000 : seconds * 50;
        for (let seed = 1; seed <= 200 / models; seed++) {
          const { noticed, begin } = waits(models, seconds * 1_000, seed);
          await begin();
          assert.ok(Math.max(...noticed) <= bound, `${seconds} s of training were noticed ${Math.max(...noticed)} ms late`);
        }
      }
    }).timeout(60_000);
  }

  it("ask for the model itself where the list does not show it", async () => {
    const { service, noticed, begin } = waits(20, HOUR);
    service.listTrainedModels = async () => [];
    await begin();
    assert.equal(noticed.length, 20);
    assert.ok(Math.max(...noticed) <= 0.05 * HOUR);
  });

  it("ask for the model itself where the list may not be asked for", async () => {
    const { service, noticed, begin } = waits(20, HOUR);
    let lists = 0;
    service.listTrainedModels = async () => {
      lists++;
      throw new ServiceError("ListTrainedModels", "denied", "not for you", { code: "AccessDeniedException" });
    };
    await begin();
    assert.equal(noticed.length, 20);
    assert.ok(lists <= 20, `${lists} lists`);
  });

  it("do not believe a list for ever that the model still trains", async () => {
    const { service, noticed, begin } = waits(20, 5 * HOUR);
    const list = service.listTrainedModels.bind(service);
    service.listTrainedModels = async () => (await list()).map((row) => ({ ...row, status: "CREATE_IN_PROGRESS" as const }));
    await begin();
    assert.ok(Math.max(...noticed) <= HOUR + 150_000, `noticed after ${Math.max(...noticed) / HOUR} h`);
  });

  it("ask for each model alone where the list is longer than they are many", async () => {
    const { service, begin } = waits(12, HOUR);
    for (let index = 0; index < 1_300; index++) service.add({ ...jobInputs(), name: `old-${index}` }, "ACTIVE");
    await begin();
    const lists = service.calls.filter((operation) => operation === "ListTrainedModels").length;
    assert.ok(lists <= 1, `${lists} lists of 14 pages each`);
  });
});
