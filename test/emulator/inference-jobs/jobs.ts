import assert from "node:assert/strict";
import { type Bench, membership, type Reply } from "../harness";

const RECEIVER = "210987654321";
const runs = `/memberships/${membership}/trained-model-inference-jobs`;

/** What is started for a trained model: inference and export jobs. */
export class Jobs {
  constructor(readonly bench: Bench) {}

  infer(trainedModelArn: string, change: object = {}, accountId = RECEIVER): Promise<Reply> {
    const body = {
      name: `run ${this.bench.emulator.runs}`,
      trainedModelArn,
      resourceConfig: { instanceType: "ml.r6i.large" },
      outputConfiguration: { members: [{ accountId }] },
      dataSource: { mlInputChannelArn: `${trainedModelArn.split("/trained-model/")[0]}/ml-input-channel/c` },
      ...change,
    };
    return this.bench.send("POST", runs, { body });
  }

  /** Starts a run and lets it end. */
  async ran(trainedModelArn: string, change: object = {}): Promise<string> {
    const reply = await this.infer(trainedModelArn, change);
    assert.equal(reply.status, 200, reply.text);
    this.bench.advance(10);
    return String(reply.body.trainedModelInferenceJobArn);
  }

  get(arn: string): Promise<Reply> {
    return this.bench.send("GET", `${runs}/${encodeURIComponent(arn)}`);
  }

  cancel(arn: string): Promise<Reply> {
    return this.bench.send("PATCH", `${runs}/${encodeURIComponent(arn)}`);
  }

  list(query = ""): Promise<Reply> {
    return this.bench.send("GET", runs, { query });
  }

  async status(arn: string): Promise<string> {
    const { body, errorType } = await this.get(arn);
    return errorType ?? String(body.status);
  }

  export(trainedModelArn: string, change: object = {}, accountId = RECEIVER): Promise<Reply> {
    const body = { name: "to a partner", outputConfiguration: { members: [{ accountId }] }, ...change };
    const path = `/memberships/${membership}/trained-models/${encodeURIComponent(trainedModelArn)}/export-jobs`;
    return this.bench.send("POST", path, { body });
  }

  /** Name and status of each export of a model. */
  async exports(trainedModelArn: string): Promise<string[]> {
    const { collaborationIdentifier } = (await this.bench.get(trainedModelArn)).body;
    const path = `/collaborations/${collaborationIdentifier}/trained-models/${encodeURIComponent(trainedModelArn)}/export-jobs`;
    const rows = (await this.bench.send("GET", path)).body.collaborationTrainedModelExportJobs as {
      name: string;
      status: string;
    }[];
    return rows.map(({ name, status }) => `${name} ${status}`);
  }
}
