import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { ServiceError } from "@grpc/grpc-js";
import type { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type * as Messages from "@pulumi/pulumi/proto/provider_pb";
import type { Struct as StructMessage } from "google-protobuf/google/protobuf/struct_pb";
import { grpc, messages, Struct } from "../../provider/plugin/pulumi";
import { encoded } from "../../provider/plugin/values";
import { membership, membershipIdentifier } from "../engine/harness";
import { checkout } from "../folders";
import { Engine } from "./engine";

const {
  ResourceProviderClient: Client,
}: { ResourceProviderClient: new (address: string, how: unknown) => ResourceProviderClient } =
  require("@pulumi/pulumi/proto/provider_grpc_pb");

export type Values = Record<string, unknown>;

const prefix = "urn:pulumi:dev::shop::cleanroomsml:index:TrainedModel$cleanroomsml:index";
export const urns = { job: `${prefix}:TrainingJob::churn`, waiter: `${prefix}:TrainingWaiter::churn` };
export const providerUrn = "urn:pulumi:dev::shop::pulumi:providers:cleanroomsml::default";
export const providerId = "0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0";

/** Legal inputs of a job. */
export const inputs: Values = {
  membershipIdentifier,
  configuredModelAlgorithmAssociationArn: `${membership}/configured-model-algorithm-association/churn`,
  resourceConfig: { instanceType: "ml.m5.2xlarge", volumeSizeInGB: 30 },
  stoppingCondition: { maxRuntimeInSeconds: 3600 },
  dataChannels: [{ mlInputChannelArn: `${membership}/ml-input-channel/training`, channelName: "training" }],
  hyperparameters: { epochs: "10" },
};

/** The plugin as Pulumi's engine starts it and asks it, with an engine that only listens. */
export class Service {
  readonly exited: Promise<number | null>;

  private constructor(
    readonly child: ChildProcess,
    readonly engine: Engine,
    readonly client: ResourceProviderClient,
    /** From its start to its port. */
    readonly milliseconds: number,
  ) {
    this.exited = once(child, "exit").then(([code]) => code);
  }

  static async start(env: NodeJS.ProcessEnv = {}, config: Values = {}, secrets: readonly string[] = []): Promise<Service> {
    const engine = await Engine.start();
    const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PULUMI|AWS)_/.test(name)));
    const identity = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test", AWS_REGION: "us-east-1" };
    const started = performance.now();
    const child = spawn(path.join(checkout, "plugin/pulumi-resource-cleanroomsml"), [engine.server.address], {
      cwd: checkout,
      env: { ...own, ...identity, ...env },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [line] = await once(child.stdout, "data");
    const milliseconds = performance.now() - started;
    const client = new Client(`127.0.0.1:${String(line).trim()}`, grpc.credentials.createInsecure());
    const service = new Service(child, engine, client, milliseconds);
    const request = new messages.ConfigureRequest();
    request.setArgs(encoded(config, secrets));
    request.setUrn(providerUrn);
    request.setId(providerId);
    await service.ask("configure", request);
    return service;
  }

  /** One question; what it fails with is an error of gRPC. */
  ask<Answer>(method: keyof ResourceProviderClient, request: unknown): Promise<Answer> {
    const call: unknown = this.client[method];
    assert.ok(typeof call === "function");
    return new Promise((resolve, reject) => {
      call.call(this.client, request, (error: ServiceError | null, answer: Answer) => (error ? reject(error) : resolve(answer)));
    });
  }

  check(urn: string, news: StructMessage, olds: StructMessage = encoded({})): Promise<Messages.CheckResponse> {
    return this.ask(
      "check",
      asked(new messages.CheckRequest(), urn, (one) => one.setNews(news).setOlds(olds)),
    );
  }

  create(urn: string, properties: StructMessage, isPreview = false): Promise<Messages.CreateResponse> {
    return this.ask(
      "create",
      asked(new messages.CreateRequest(), urn, (one) => one.setProperties(properties).setPreview(isPreview)),
    );
  }

  /** The engine dies: nobody listens at its address any more. */
  endEngine(): void {
    this.engine.server.close();
  }

  async close(): Promise<void> {
    this.endEngine();
    this.client.close();
    this.child.kill("SIGKILL");
    await this.exited;
  }
}

/** A question about a resource. */
export function asked<M extends { setUrn(urn: string): unknown; setName(name: string): unknown }>(
  message: M,
  urn: string,
  more: (message: M) => unknown = () => undefined,
): M {
  message.setUrn(urn);
  message.setName("churn");
  more(message);
  return message;
}

/** The paths at which a message holds a secret, of those below the top too. */
export function secretPathsIn(message: StructMessage | undefined): string[] {
  const found: string[] = [];
  const look = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null) return;
    if ("4dabf18193072939515e22adb298388d" in value) found.push(at);
    else if (Array.isArray(value)) value.forEach((item, index) => void look(item, `${at}[${index}]`));
    else for (const [key, item] of Object.entries(value)) look(item, at === "" ? key : `${at}.${key}`);
  };
  look(message?.toJavaScript(), "");
  return found.sort();
}

export { encoded, messages, Struct };
