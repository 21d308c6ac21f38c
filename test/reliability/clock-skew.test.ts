import assert from "node:assert/strict";
import { createService } from "../../provider/aws/api";
import { createJob } from "../../provider/core/job/create";
import { fakes, jobInputs } from "../core/fakes";
import { run } from "../emulator/process";

const HOUR = 3_600_000;

describe("a machine whose clock is wrong", function () {
  this.timeout(30_000);

  for (const hours of [-26, -1, 1, 26]) {
    it(`trains once although it is ${Math.abs(hours)} h ${hours < 0 ? "slow" : "fast"}`, async () => {
      const emulator = await run("--port", "0");
      const now = Date.now;
      Date.now = () => now() + hours * HOUR;
      try {
        const credentials = { accessKeyId: "test", secretAccessKey: "test" };
        const service = createService({ region: "us-east-1", endpoint: emulator.endpoint, credentials });
        const { signal } = new AbortController();
        const context = { ...fakes(), serviceIn: () => service, signal };
        const inputs = jobInputs();
        const { id } = await createJob(inputs, context);
        const rows = await service.listTrainedModels(inputs.membershipIdentifier, signal);
        assert.deepEqual(
          rows.map(({ trainedModelArn }) => trainedModelArn),
          [id],
        );
      } finally {
        Date.now = now;
        emulator.child.kill();
        await emulator.ended;
      }
    });
  }
});
