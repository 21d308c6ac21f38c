import assert from "node:assert/strict";
import { arnPrefix, type Bench, membership, type Reply } from "../harness";

export const association = `${arnPrefix}/configured-model-algorithm-association/a`;
const channels = `/memberships/${membership}/ml-input-channels`;

/** The ML input channels of the membership of the tests. */
export class Channels {
  constructor(readonly bench: Bench) {}

  create(change: object = {}, queryString = "SELECT age FROM customers"): Promise<Reply> {
    const body = {
      name: `channel ${this.bench.emulator.queries}`,
      configuredModelAlgorithmAssociations: [association],
      retentionInDays: 30,
      inputChannel: {
        roleArn: "arn:aws:iam::123456789012:role/query",
        dataSource: { protectedQueryInputParameters: { sqlParameters: { queryString } } },
      },
      ...change,
    };
    return this.bench.send("POST", channels, { body });
  }

  /** Creates a channel and has its query run. */
  async ran(change: object = {}): Promise<string> {
    const reply = await this.create(change);
    assert.equal(reply.status, 200, reply.text);
    this.bench.advance(10);
    return String(reply.body.mlInputChannelArn);
  }

  get(arn: string): Promise<Reply> {
    return this.bench.send("GET", `${channels}/${encodeURIComponent(arn)}`);
  }

  delete(arn: string): Promise<Reply> {
    return this.bench.send("DELETE", `${channels}/${encodeURIComponent(arn)}`);
  }

  list(query = ""): Promise<Reply> {
    return this.bench.send("GET", channels, { query });
  }

  async status(arn: string): Promise<string> {
    const { body, errorType } = await this.get(arn);
    return errorType ?? String(body.status);
  }

  /** A training on a channel. */
  train(arn: string, change: object = {}): Promise<Reply> {
    return this.bench.create({ dataChannels: [{ mlInputChannelArn: arn, channelName: "train" }], ...change });
  }
}
