import assert from "node:assert/strict";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../provider/emulator";
import { type Signing, signed } from "./wire/signer";

export const membership = "11111111-2222-4333-8444-555555555555";
export const arnPrefix = `arn:aws:cleanrooms-ml:eu-west-1:123456789012:membership/${membership}`;

/** The members of every answer there is; a test that reads one that is not there fails on its value. */
export interface Body {
  trainedModelArn: string;
  versionIdentifier?: string;
  name: string;
  status: string;
  createTime: string;
  updateTime: string;
  membershipIdentifier: string;
  collaborationIdentifier: string;
  trainingContainerImageDigest: string;
  message: string;
  nextToken?: string;
  trainedModels: Body[];
  tags: Record<string, string>;
  [other: string]: unknown;
}

/** What came back. */
export interface Reply {
  status: number;
  errorType: string | undefined;
  requestId: string | null;
  text: string;
  /** An empty object when the body is no JSON. */
  body: Body;
}

/** Parts of a request beside method and path. */
export interface Asked {
  query?: string;
  body?: unknown;
  /** In place of `body`, as it is. */
  raw?: string;
  signing?: Signing | false;
}

/** An emulator under a clock that a test moves, and a client of it. */
export class Bench {
  private constructor(
    readonly emulator: Emulator,
    readonly clock: { now(): number },
  ) {}

  static async open(options: EmulatorOptions = {}): Promise<Bench> {
    const started = Date.parse("2026-11-23T12:00:00Z");
    const clock = options.clock ?? { now: () => started };
    return new Bench(await startEmulator({ ...options, clock }), clock);
  }

  async send(method: string, path: string, { query = "", body, raw, signing = {} }: Asked = {}): Promise<Reply> {
    const url = new URL(`${this.emulator.endpoint}${path}${query && `?${query}`}`);
    const text = raw ?? (body === undefined ? "" : JSON.stringify(body));
    const headers = signing === false ? {} : signed(method, url, text, signing);
    const response = await fetch(url, { method, headers, ...(text === "" ? {} : { body: text }) });
    const answer = await response.text();
    const json = response.headers.get("content-type")?.includes("json") && answer !== "";
    return {
      status: response.status,
      errorType: response.headers.get("x-amzn-errortype") ?? undefined,
      requestId: response.headers.get("x-amzn-requestid"),
      text: answer,
      body: (json ? JSON.parse(answer) : {}) as Body,
    };
  }

  create(change: object = {}, asked: Asked = {}): Promise<Reply> {
    return this.send("POST", `/memberships/${membership}/trained-models`, { body: { ...createInput(), ...change }, ...asked });
  }

  /** Creates a model and has it trained. */
  async trained(change: object = {}): Promise<{ arn: string; version: string | undefined }> {
    const reply = await this.create(change);
    assert.equal(reply.status, 200, reply.text);
    this.emulator.advance(10);
    return { arn: reply.body.trainedModelArn, version: reply.body.versionIdentifier };
  }

  get(arn: string, version?: string): Promise<Reply> {
    return this.send("GET", modelPath(arn), versionQuery(version));
  }

  cancel(arn: string, version?: string): Promise<Reply> {
    return this.send("PATCH", modelPath(arn), versionQuery(version));
  }

  delete(arn: string, version?: string): Promise<Reply> {
    return this.send("DELETE", modelPath(arn), versionQuery(version));
  }

  list(query = ""): Promise<Reply> {
    return this.send("GET", `/memberships/${membership}/trained-models`, { query });
  }

  versions(arn: string, query = ""): Promise<Reply> {
    return this.send("GET", `${modelPath(arn)}/versions`, { query });
  }

  tag(arn: string, tags: unknown): Promise<Reply> {
    return this.send("POST", `/tags/${encodeURIComponent(arn)}`, { body: { tags } });
  }

  untag(arn: string, ...keys: string[]): Promise<Reply> {
    const query = keys.map((key) => `tagKeys=${encodeURIComponent(key)}`).join("&");
    return this.send("DELETE", `/tags/${encodeURIComponent(arn)}`, { query });
  }

  async tags(arn: string): Promise<Record<string, string>> {
    return (await this.send("GET", `/tags/${encodeURIComponent(arn)}`)).body.tags;
  }

  async status(arn: string, version?: string): Promise<string> {
    const { body, errorType } = await this.get(arn, version);
    return body.status ?? errorType ?? "";
  }

  /** Moves the clock. */
  advance(seconds: number): void {
    this.emulator.advance(seconds);
  }
}

export const modelPath = (arn: string) => `/memberships/${membership}/trained-models/${encodeURIComponent(arn)}`;

const versionQuery = (version: string | undefined): Asked =>
  version === undefined ? {} : { query: `versionIdentifier=${version}` };

let names = 0;

/** The least that a create needs, under a name of its own. */
export function createInput() {
  names += 1;
  return {
    name: `model ${names}`,
    configuredModelAlgorithmAssociationArn: `${arnPrefix}/configured-model-algorithm-association/a`,
    resourceConfig: { instanceType: "ml.m5.xlarge", volumeSizeInGB: 30 },
    dataChannels: [channel("train")],
  };
}

export const channel = (channelName: string) => ({ mlInputChannelArn: `${arnPrefix}/ml-input-channel/c`, channelName });

/** An incremental training on top of a model. */
export const on = (trainedModelArn: string, versionIdentifier?: string) => ({
  incrementalTrainingDataChannels: [{ trainedModelArn, versionIdentifier, channelName: "parent" }],
});

/** That a request was refused, and how. */
export function refused(reply: Reply, status: number, errorType: string): void {
  assert.deepEqual({ status: reply.status, errorType: reply.errorType }, { status, errorType }, reply.text);
  assert.ok(reply.requestId);
  assert.equal(typeof reply.body.message, "string");
}

const open: Bench[] = [];

/** An emulator that is closed after the test. */
export async function bench(options: EmulatorOptions = {}): Promise<Bench> {
  const one = await Bench.open(options);
  open.push(one);
  return one;
}

/** Closes what the tests opened. */
export async function closeBenches(): Promise<void> {
  await Promise.all(open.splice(0).map(({ emulator }) => emulator.close()));
}
