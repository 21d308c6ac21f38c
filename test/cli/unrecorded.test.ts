import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createServices } from "../../provider/aws/api";
import { createJob } from "../../provider/core/job/create";
import { type Emulator, startEmulator } from "../../provider/emulator";
import { fakes, jobInputs, membershipIdentifier, nextRun } from "../core/fakes";
import { cli } from "./run";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };

describe("trainings that no state records", function () {
  this.timeout(20_000);
  let service: Emulator;
  let env: NodeJS.ProcessEnv;

  beforeEach(async () => {
    service = await startEmulator({ trainingSeconds: 600 });
    env = {
      PATH: process.env.PATH,
      AWS_ENDPOINT_URL_CLEANROOMSML: service.endpoint,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    };
  });
  afterEach(() => service.close());

  const context = () => ({
    ...fakes(),
    serviceIn: createServices(() => ({ endpoint: service.endpoint, region: "us-east-1", credentials })),
  });
  /** What it wrote, and its exit code: 3 is that of `orphans` which found some. */
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [cli, ...args], { env }).then(
      ({ stdout }) => ({ stdout, code: 0 }),
      ({ stdout, code, stderr }) => (code === 3 ? { stdout, code } : assert.fail(stderr)),
    );

  it("are listed with the command that cancels each, and that very command does", async () => {
    await createJob(jobInputs(), context());
    const { stdout, code } = await run("orphans", membershipIdentifier);
    assert.equal(code, 3);
    assert.match(stdout, /^churn-[0-9a-f]{8}: CREATE_\w+ since \d+ s\nnpx cleanroomsml cancel '/);
    const [, id] = /npx cleanroomsml cancel '([^']+)'\n$/.exec(stdout) ?? [];
    assert.ok(id);
    assert.match((await run("cancel", id)).stdout, /gone: arn:/);
    assert.equal(service.models()[0]?.status, "INACTIVE");
    assert.deepEqual(await run("orphans", membershipIdentifier), {
      stdout: `every training of ${membershipIdentifier} is recorded\n`,
      code: 0,
    });
  });

  it("are listed for programs, with the connection in the command", async () => {
    assert.deepEqual(JSON.parse((await run("orphans", membershipIdentifier, "--json")).stdout), {
      membershipIdentifier,
      trainings: [],
    });
    await createJob(jobInputs(), context());
    const found = await run("orphans", membershipIdentifier, "--json", "--endpoint", service.endpoint);
    assert.equal(found.code, 3);
    const { trainings } = JSON.parse(found.stdout);
    const [{ status, createTime }] = trainings;
    const [model] = service.models();
    assert.match(status, /^CREATE_/);
    assert.deepEqual(trainings, [
      {
        id: model?.trainedModelArn,
        name: model?.name,
        status,
        createTime,
        cancelCommand: `npx cleanroomsml cancel '${model?.trainedModelArn}' --endpoint '${service.endpoint}'`,
      },
    ]);
    assert.ok(Math.abs(Date.parse(createTime) - Date.now()) < 60_000);
  });

  it("that never were are no success of a cancel", async () => {
    const id = `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/${membershipIdentifier}/trained-model/nothing-here`;
    const failed: { code?: number; stderr?: string } = await run("cancel", id).then(
      () => assert.fail("it succeeded"),
      (error) => error,
    );
    assert.match(String(failed.stderr ?? failed), /the service has no trained model arn:\S+nothing-here/);
  });

  it("are not cancelled by halves in silence", async () => {
    await createJob(jobInputs(), context());
    const [model] = service.models();
    service.faults.add({ kind: "error", code: "AccessDeniedException", status: 403, operation: "CancelTrainedModel" });
    await assert.rejects(promisify(execFile)(process.execPath, [cli, "cancel", model?.trainedModelArn ?? ""], { env }), {
      code: 1,
      stderr:
        /^cleanroomsml cancel: CancelTrainedModel at .*\nallow `cleanrooms-ml:CancelTrainedModel` .* for the identity that runs this command\n$/,
    });
  });

  it("stop a create of other inputs with a command that clears the way", async () => {
    const first = context();
    await createJob(jobInputs(), first);
    const other = jobInputs({ hyperparameters: { epochs: "20" } });
    const command = await createJob(other, { ...nextRun(fakes()), serviceIn: first.serviceIn }).then(
      () => assert.fail("created beside it"),
      (error: { advice: string[] }) => error.advice.at(-1) ?? "",
    );
    assert.match(command, /^npx cleanroomsml cancel '/);
    await run("cancel", command.split("'")[1] ?? "");
    await createJob(other, { ...nextRun(fakes()), serviceIn: first.serviceIn });
    assert.equal(service.creates, 2);
  });
});
