import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkout } from "../folders";

const folder = mkdtempSync(path.join(tmpdir(), "cleanroomsml-bench-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

describe("npm run bench", () => {
  it("names every figure in its help", () => {
    const { stdout } = spawnSync(process.execPath, ["scripts/bench.mjs", "--help"], { cwd: checkout, encoding: "utf8" });
    assert.match(stdout, /^usage: npm run bench -- /);
    for (const figure of ["preview", "up-requests", "noticed-late", "memory-polls"])
      assert.match(stdout, new RegExp(`^  ${figure} `, "m"));
  });

  it("prints a table of the figures that were asked for, and leaves every sample", () => {
    const output = path.join(folder, "bench.json");
    const args = ["scripts/bench.mjs", "--quick", "calls-alone", "noticed-short", "--output", output];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: checkout, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^noticed-short +[\d.]+ s +<= 2 +yes /m);
    assert.match(stdout, /^calls-alone +[\d.]+ calls +.*<= 800 +yes /m);
    const { figures } = JSON.parse(readFileSync(output, "utf8"));
    assert.equal(figures.machine.node, process.version);
    assert.equal(figures.results.length, 2);
    assert.ok(figures.results[0].samples.rows.length > 0);
  });

  it("measures real commands of the engine, and what each process of them used", async () => {
    const { Lab } = await import("../../scripts/bench/lab.mjs");
    const lab = new Lab({ cli: process.env.CLEANROOMSML_PULUMI, checkout, isQuick: true });
    try {
      const project = await lab.project("ours", { compiled: true });
      const { seconds, processes } = await project.measure("preview", 2);
      assert.ok(seconds > 0.2);
      assert.ok(processes.program.cpuSeconds > 0.1);
      assert.ok(processes.host.peakBytes > 20e6);
    } finally {
      lab.close();
    }
  });

  it("holds the package against a service that counts what it was asked", async () => {
    const { withBenchService } = await import("../../scripts/bench/service/index.mjs");
    const { floorOf } = await import("../../scripts/bench/floor/index.mjs");
    const requests = { CreateTrainedModel: 3, GetTrainedModel: 2, ListTrainedModels: 1, UntagResource: 3 };
    await withBenchService({}, async (service: { address: string; counts(): Promise<object> }) => {
      const env = { ...process.env, AWS_ENDPOINT_URL_CLEANROOMSML: service.address, AWS_REGION: "us-east-1" };
      const { seconds } = await floorOf(checkout, { ...env, AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" }, requests);
      assert.ok(seconds > 0);
      assert.deepEqual(await service.counts(), requests);
    });
  });
});
