import assert from "node:assert/strict";
import { waitUntilActive } from "../../../provider/core/job/wait";
import { delayBeforePoll } from "../../../provider/core/looks/intervals";
import { type Fakes, fakes, jobInputs, urn } from "../fakes";

function waiting(context: Fakes, script: string[], bound?: number) {
  const model = context.service.add({ ...jobInputs(), name: "churn" });
  context.service.script = script;
  const options = { id: model.trainedModelArn, jobUrn: urn, bound, onJob: () => undefined };
  return waitUntilActive(options, context);
}

describe("waitUntilActive", () => {
  it("asks before it sleeps, and shows the answer", async () => {
    const context = fakes();
    await waiting(context, ["ACTIVE"]);
    assert.deepEqual(context.clock.sleeps, []);
    assert.deepEqual(context.engine.rows, ["ACTIVE"]);
  });

  it("stays within 15 s for five minutes and within 144 s ever after, in at most 800 calls a day", async () => {
    const context = fakes();
    const started = context.clock.now();
    context.clock.onSleep = () => {
      if (context.clock.now() - started > 86_400_000) context.service.script = ["ACTIVE"];
    };
    await waiting(context, ["CREATE_IN_PROGRESS"]);
    let at = 0;
    for (const sleep of context.clock.sleeps) {
      assert.ok(sleep <= (at < 300_000 ? 15_000 : 144_000), `${sleep} ms at ${at} ms`);
      at += sleep;
    }
    assert.ok(context.service.calls.length <= 800, String(context.service.calls.length));
  });

  it("shows news at once, and else a row every 10 s at the most", async () => {
    const context = fakes();
    const started = context.clock.now();
    await waiting(context, [
      ...Array<string>(12).fill("CREATE_PENDING"),
      ...Array<string>(24).fill("CREATE_IN_PROGRESS"),
      "ACTIVE",
    ]);
    const { rows } = context.engine;
    assert.match(
      rows.slice(0, 3).join(),
      /^CREATE_PENDING for 0 s[^,]*,CREATE_PENDING for 1\d s[^,]*,CREATE_IN_PROGRESS for 2\d s/,
    );
    assert.ok(rows.length <= 9, `${rows.length} rows in ${(context.clock.now() - started) / 1_000} s`);
    assert.equal(rows.at(-1), "ACTIVE");
  });

  it("keeps its cadence whatever the dice say", () => {
    for (const random of [0, 0.999]) {
      for (let elapsed = 0; elapsed < 300_000; elapsed += 1_000) assert.ok(delayBeforePoll(elapsed, random) <= 15_000);
      assert.ok(delayBeforePoll(86_400_000, random) >= 96_000);
    }
  });

  for (const status of ["CREATE_FAILED", "INACTIVE", "CANCEL_PENDING", "DELETE_FAILED", "CANCEL_FAILED"]) {
    it(`ends with the card when the model is ${status}, whose last line is the command`, async () => {
      const context = fakes();
      await assert.rejects(waiting(context, ["CREATE_PENDING", status]), (error: Error & { advice?: string[] }) => {
        assert.equal(error.name, "WorkFailedError");
        assert.match(error.message, new RegExp(status));
        assert.equal(error.advice?.at(-1), `pulumi state taint --yes '${urn}'`);
        return true;
      });
    });
  }

  it("takes an unknown status for moving, until its bound", async () => {
    const context = fakes();
    const started = context.clock.now();
    await assert.rejects(waiting(context, ["CREATE_SHINY"], 600_000), { name: "WaitEndedError", reason: "time-out" });
    assert.equal(context.clock.now() - started, 600_000);
  });

  it("is bound by the longest run time and two hours", async () => {
    const context = fakes();
    const started = context.clock.now();
    const model = context.service.add({ ...jobInputs({ stoppingCondition: { maxRuntimeInSeconds: 3600 } }), name: "churn" });
    const options = { id: model.trainedModelArn, jobUrn: urn, onJob: () => undefined };
    await assert.rejects(waitUntilActive(options, context), { reason: "time-out" });
    assert.equal(context.clock.now() - started, 3 * 3_600_000);
  });

  it("ends at once when interrupted, and says that the training goes on", async () => {
    const context = fakes();
    context.clock.onSleep = () => context.abort.abort();
    await assert.rejects(waiting(context, ["CREATE_IN_PROGRESS"]), (error: Error & { advice?: string[] }) => {
      assert.match(error.message, /interrupted; the training goes on/);
      assert.equal(error.advice?.at(-1), "pulumi up");
      return true;
    });
  });

  it("survives five minutes without an answer", async () => {
    const context = fakes();
    const started = context.clock.now();
    context.clock.onSleep = () => {
      if (context.clock.now() - started < 300_000) context.service.fail("GetTrainedModel", "ambiguous");
      else context.service.script = ["ACTIVE"];
    };
    await waiting(context, ["CREATE_IN_PROGRESS"]);
    assert.ok(context.clock.now() - started >= 300_000);
  });

  it("ends with the credentials within one poll", async () => {
    const context = fakes();
    context.service.fail("GetTrainedModel", "credentials");
    await assert.rejects(waiting(context, ["ACTIVE"]), { name: "WaitEndedError", reason: "credentials" });
    assert.deepEqual(context.clock.sleeps, []);
  });

  for (const kind of ["denied", "validation", "unexpected"] as const) {
    it(`ends at once for ${kind}`, async () => {
      const context = fakes();
      context.service.fail("GetTrainedModel", kind);
      await assert.rejects(waiting(context, ["ACTIVE"]), { name: "RefusedError" });
      assert.deepEqual(context.clock.sleeps, []);
    });
  }

  it("ends without an engine", async () => {
    const context = fakes();
    context.engine.alive = false;
    await assert.rejects(waiting(context, ["CREATE_IN_PROGRESS"]), { reason: "engine-gone" });
    assert.deepEqual(context.service.calls, []);
  });
});
