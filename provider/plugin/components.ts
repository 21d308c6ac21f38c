import type { ConstructRequest, ConstructResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { Values } from "../core/values/pick";
import type { ProviderConfig } from "./configuration";
import { failed } from "./errors";
import type { Facts } from "./facts";
import { messages, Struct } from "./pulumi";

/** A component that the engine waits for. */
interface Pending {
  urn?: string;
  end(): void;
  fail(error: unknown): void;
}

/** The components of this process. */
export class Components {
  readonly #pending = new Set<Pending>();

  constructor(
    readonly engineAddress: string,
    readonly config: ProviderConfig,
    readonly facts: Facts,
  ) {}

  async construct(request: ConstructRequest): Promise<ConstructResponse> {
    this.facts.noteOrganization(request.getOrganization());
    // Loaded with the first component: it brings most of Pulumi's SDK, a third of a second.
    const { construct, inputErrors, serve } = require("./construct") as typeof import("./construct");
    serve();
    this.config.requireOwnKeys(keysOf(request));
    const error = await inputErrors(request, this.config.settings);
    if (error !== undefined) throw error;
    return this.#untilCancelled((pending) =>
      construct(request, {
        engineAddress: this.engineAddress,
        provider: this.config.reference,
        onUrn: (urn) => {
          pending.urn = urn;
        },
      }),
    );
  }

  /** At the end of a run that fails, children do not answer any more: the engine would print that its own connection is closing. */
  cancel(): void {
    for (const pending of this.#pending) pending.end();
  }

  /** What Pulumi's SDK throws where nobody waits for it belongs to one of them, and says not to which. */
  fail(error: unknown): void {
    for (const pending of this.#pending) pending.fail(error);
  }

  #untilCancelled(work: (pending: Pending) => Promise<ConstructResponse>): Promise<ConstructResponse> {
    return new Promise((resolve, reject) => {
      const pending: Pending = {
        end: () => (pending.urn === undefined ? reject(failed("interrupted")) : resolve(emptyResponse(pending.urn))),
        fail: reject,
      };
      this.#pending.add(pending);
      work(pending)
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

function emptyResponse(urn: string): ConstructResponse {
  const response = new messages.ConstructResponse();
  response.setUrn(urn);
  response.setState(Struct.fromJavaScript({}));
  return response;
}
