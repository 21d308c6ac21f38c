// test/churn.test.ts
import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import { type Emulator, startEmulator } from "pulumi-cleanroomsml/emulator";

describe("the program", function () {
  this.timeout(120_000);
  let service: Emulator;
  let stack: Stack;

  beforeEach(async () => {
    service = await startEmulator({ trainingSeconds: 1 });
    stack = await LocalWorkspace.createOrSelectStack(
      { stackName: "test", workDir: path.resolve(__dirname, "..") },
      {
        envVars: {
          PULUMI_BACKEND_URL: `file://${mkdtempSync(path.join(tmpdir(), "state-"))}`,
          PULUMI_CONFIG_PASSPHRASE: "test",
          AWS_ENDPOINT_URL_CLEANROOMSML: service.endpoint,
          AWS_ACCESS_KEY_ID: "test",
          AWS_SECRET_ACCESS_KEY: "test",
          AWS_REGION: "us-east-1",
        },
      },
    );
  });

  afterEach(async () => {
    await stack.destroy();
    await service.close();
  });

  it("trains the model once", async () => {
    const { outputs } = await stack.up();
    assert.equal(outputs.status?.value, "ACTIVE");
    await stack.preview({ expectNoChanges: true });
    assert.equal(service.creates, 1);
  });

  it("does not pay again for a training that failed", async () => {
    service.faults.add({ kind: "fail-training", times: 1, message: "Out of memory" });
    await assert.rejects(stack.up(), /Out of memory/);
    await assert.rejects(stack.up(), /pulumi state taint/);
    assert.equal(service.creates, 1);
  });
});
