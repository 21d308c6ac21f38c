import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import path from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { checkout } from "../folders";

export type Bag = Record<string, unknown>;

/** Pulumi's generated messages, as far as they are used here. */
interface Message {
  setArgs(value: Message): void;
  setNews(value: Message): void;
  setOlds(value: Message): void;
  setProperties(value: Message): void;
  setId(value: string): void;
  getId(): string;
  getInputs(): Message | undefined;
  getProperties(): Message;
  getFailuresList(): { toObject(): CheckFailure }[];
  getDetailsList(): { getValue_asU8(): Uint8Array }[];
  getReasonsList(): string[];
  toJavaScript(): Bag;
}
type MessageClass = { new (): Message; deserializeBinary(bytes: Uint8Array): Message; fromJavaScript(value: Bag): Message };
type Method = (request: Message, done: (error: Error | null, answer: Message) => void) => void;
type Client = { close(): void } & Record<"configure" | "check" | "create" | "read" | "cancel", Method>;

interface CheckFailure {
  property: string;
  reason: string;
}

const provider: Record<string, MessageClass> = require("@pulumi/pulumi/proto/provider_pb");
const { Status }: { Status: MessageClass } = require("@pulumi/pulumi/proto/status_pb");
const { Struct }: { Struct: MessageClass } = require("google-protobuf/google/protobuf/struct_pb");
const { Empty }: { Empty: MessageClass } = require("google-protobuf/google/protobuf/empty_pb");
const grpc: {
  ResourceProviderClient: new (address: string, credentials: unknown) => Client;
} = require("@pulumi/pulumi/proto/provider_grpc_pb");

function message(name: string): Message {
  const found = provider[name];
  if (found === undefined) throw new Error(`Pulumi has no message ${name}`);
  return new found();
}

/** The dynamic host as the engine starts it, with an engine that only listens. */
export class Host {
  readonly #client: Client;
  readonly #sockets = new Set<Socket>();
  readonly exited: Promise<number | null>;

  private constructor(
    readonly child: ChildProcess,
    readonly engine: Server,
    port: string,
  ) {
    this.#client = new grpc.ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    this.exited = once(child, "exit").then(([code]) => code);
    engine.on("connection", (socket) => this.#sockets.add(socket));
  }

  static async start(env: NodeJS.ProcessEnv, config: Bag = {}): Promise<Host> {
    const engine = createServer().listen(0, "127.0.0.1");
    await once(engine, "listening");
    const { port } = engine.address() as AddressInfo;
    const script = path.join(checkout, "node_modules/@pulumi/pulumi/cmd/dynamic-provider/index.js");
    const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PULUMI|AWS)_/.test(name)));
    const identity = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test", AWS_REGION: "us-east-1" };
    const child = spawn(process.execPath, [script, `127.0.0.1:${port}`], {
      cwd: checkout,
      env: { ...own, ...identity, PULUMI_NODEJS_PROJECT: "shop", ...env },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [line] = await once(child.stdout, "data");
    const host = new Host(child, engine, String(line).trim());
    const request = message("ConfigureRequest");
    request.setArgs(Struct.fromJavaScript(config));
    await host.#call("configure", request);
    return host;
  }

  async check(news: Bag, olds: Bag = {}): Promise<{ inputs: Bag; failures: CheckFailure[] }> {
    const request = message("CheckRequest");
    request.setNews(Struct.fromJavaScript(news));
    request.setOlds(Struct.fromJavaScript(olds));
    const answer = await this.#call("check", request);
    const failures = answer.getFailuresList().map((failure) => failure.toObject());
    return { inputs: answer.getInputs()?.toJavaScript() ?? {}, failures };
  }

  async create(inputs: Bag): Promise<{ id: string; outs: Bag }> {
    const request = message("CreateRequest");
    request.setProperties(Struct.fromJavaScript(inputs));
    const answer = await this.#call("create", request);
    return { id: answer.getId(), outs: answer.getProperties().toJavaScript() };
  }

  async read(id: string, props: Bag): Promise<{ id: string; props: Bag; inputs: Bag }> {
    const request = message("ReadRequest");
    request.setId(id);
    request.setProperties(Struct.fromJavaScript(props));
    const answer = await this.#call("read", request);
    return { id: answer.getId(), props: answer.getProperties().toJavaScript(), inputs: answer.getInputs()?.toJavaScript() ?? {} };
  }

  cancel(): Promise<unknown> {
    return this.#call("cancel", new Empty());
  }

  #call(method: Exclude<keyof Client, "close">, request: Message): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.#client[method](request, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
  }

  /** The engine dies: nobody listens at its address any more. */
  endEngine(): void {
    this.engine.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.endEngine();
    this.#client.close();
    this.child.kill("SIGKILL");
    await this.exited;
  }
}

/** What an init failure carries over the wire. */
export function initFailureOf(error: unknown): { id: string; properties: Bag; reasons: string[] } | undefined {
  const [binary] = (error as ServiceError).metadata.get("grpc-status-details-bin");
  if (!(binary instanceof Buffer)) return undefined;
  const [detail] = Status.deserializeBinary(binary).getDetailsList();
  const failure = detail && provider.ErrorResourceInitFailed?.deserializeBinary(detail.getValue_asU8());
  return (
    failure && { id: failure.getId(), properties: failure.getProperties().toJavaScript(), reasons: failure.getReasonsList() }
  );
}
