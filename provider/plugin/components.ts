import type { ConstructRequest, ConstructResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { Values } from "../core/values/pick";
import { partsOfUrn } from "../core/values/urns";
import { UNKNOWN_ON_WIRE } from "../utils/unknown-on-wire";
import type { ProviderConfig } from "./configuration";
import type { Facts } from "./facts";
import { messages, Struct } from "./pulumi";

/** A component that the engine waits for. */
interface Pending {
  end(): void;
  fail(error: unknown): void;
}

/** The components of this process. */
export class Components {
  readonly #pending = new Set<Pending>();
  #isCancelled = false;

  constructor(
    readonly engineAddress: string,
    readonly config: ProviderConfig,
    readonly facts: Facts,
  ) {}

  async construct(request: ConstructRequest): Promise<ConstructResponse> {
    if (this.#isCancelled) return unfinished(urnOf(request));
    this.facts.noteOrganization(request.getOrganization());
    // Loaded with the first component: it brings most of Pulumi's SDK, a third of a second.
    const { construct, inputErrors, serve } = require("./construct") as typeof import("./construct");
    serve();
    this.config.requireOwnKeys(keysOf(request));
    const error = await inputErrors(request, this.config.settings);
    if (error !== undefined) throw error;
    return this.#untilCancelled(request, () =>
      construct(request, { engineAddress: this.engineAddress, provider: this.config.reference }),
    );
  }

  /** At the end of a run that fails, children do not answer any more: the engine would print that its own connection is closing. */
  cancel(): void {
    this.#isCancelled = true;
    for (const pending of this.#pending) pending.end();
  }

  /** What Pulumi's SDK throws where nobody waits for it belongs to one of them, and says not to which. */
  fail(error: unknown): void {
    for (const pending of this.#pending) pending.fail(error);
  }

  #untilCancelled(request: ConstructRequest, work: () => Promise<ConstructResponse>): Promise<ConstructResponse> {
    return new Promise((resolve, reject) => {
      const pending: Pending = { end: () => resolve(unfinished(urnOf(request))), fail: reject };
      this.#pending.add(pending);
      work()
        .then(resolve, reject)
        .finally(() => this.#pending.delete(pending));
    });
  }
}

/** The keys of the stack with their values; of a secret the key alone. */
function keysOf(request: ConstructRequest): Values {
  const secret = request.getConfigsecretkeysList();
  return Object.fromEntries(
    [...request.getConfigMap().entries()].map(([key, value]) => [key, secret.includes(key) ? undefined : value]),
  );
}

/**
 * What a program gets of a component that a run has no time for any more. Its outputs are unknown, so nothing that is built on them
 * goes wrong: a program that is given null may fail where it works on an ARN.
 */
function unfinished(urn: string): ConstructResponse {
  const { outputNames } = require("./construct") as typeof import("./construct");
  const response = new messages.ConstructResponse();
  response.setUrn(urn);
  response.setState(Struct.fromJavaScript(Object.fromEntries(outputNames.map((name) => [name, UNKNOWN_ON_WIRE]))));
  return response;
}

/** As Pulumi's engine makes it. */
function urnOf(request: ConstructRequest): string {
  const above = partsOfUrn(request.getParent());
  const isInResource = above.types.at(-1) !== "pulumi:pulumi:Stack" && request.getParent() !== "";
  const types = [...(isInResource ? above.types : []), request.getType()].join("$");
  return `urn:pulumi:${request.getStack()}::${request.getProject()}::${types}::${request.getName()}`;
}
