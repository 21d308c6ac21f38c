import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { createServices } from "../../provider/aws/api";
import { type Emulator, startEmulator } from "../../provider/emulator";
import { createJob } from "../../provider/trained-model/create";
import { fakes, jobInputs, membershipIdentifier, nextRun } from "../trained-model/fakes";

const cli = path.resolve(__dirname, "../../dist/cli/index.js");
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
  const run = (...args: string[]) => promisify(execFile)(process.execPath, [cli, ...args], { env });

  it("are listed with the command that cancels each, and that very command does", async () => {
    await createJob(jobInputs(), context());
    const { stdout } = await run("orphans", membershipIdentifier);
    assert.match(stdout, /^churn-[0-9a-f]{8}: CREATE_\w+ since \d+ s\nnpx cleanroomsml cancel '/);
    const [, id] = /npx cleanroomsml cancel '([^']+)'\n$/.exec(stdout) ?? [];
    assert.ok(id);
    assert.match((await run("cancel", id)).stdout, /gone: arn:/);
    assert.equal(service.models()[0]?.status, "INACTIVE");
    assert.match((await run("orphans", membershipIdentifier)).stdout, /every training .* is recorded/);
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
