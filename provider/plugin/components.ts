import { AsyncLocalStorage } from "node:async_hooks";
import type { ConstructRequest, ConstructResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { Values } from "../core/values/pick";
import { redacted, secretTexts } from "../core/values/redact";
import type { Run } from "../handlers/run";
import { messageOf } from "../utils/thrown";
import type { ProviderConfig } from "./configuration";
import { failed } from "./errors";
import { isLeftInPlace } from "./left-in-place";
import { lighten } from "./light-sdk";
import { inOwnWords } from "./own-words";
import { unfinished } from "./unfinished";
import { decoded } from "./values";

/** How long a program may take from one component's answer to the next component, at the end of a run. */
const QUIET_MS = 75;

/** A component that the engine waits for. */
interface Pending {
  end(): void;
  fail(error: unknown): void;
}

/** The components of this process. */
export class Components {
  readonly #pending = new Set<Pending>();
  /** The one that code is run for. */
  readonly #current = new AsyncLocalStorage<Pending>();
  /** The wait of each, by the URN of the component. */
  readonly #waiters = new Map<string, string>();
  #isCancelled = false;
  /** How many were asked for. */
  #asked = 0;

  constructor(
    readonly engineAddress: string,
    readonly config: ProviderConfig,
    readonly run: Pick<Run, "clock" | "engineRun">,
  ) {}

  construct(request: ConstructRequest): Promise<ConstructResponse> {
    this.#asked += 1;
    if (this.#isCancelled) return Promise.resolve(unfinished(request));
    return new Promise((resolve, reject) => {
      const pending: Pending = {
        end: () => resolve(unfinished(request)),
        fail: (error) => reject(errorOf(request, this.config, error)),
      };
      this.#pending.add(pending);
      this.#current
        .run(pending, () => this.#construct(request))
        .then(resolve, pending.fail)
        .finally(() => this.#pending.delete(pending));
    });
  }

  /**
   * At the end of a run that fails, children do not answer any more, and the engine would print of each component that its own
   * connection is closing. It closes when this is done: a program may go on to the next component before.
   */
  async cancel(): Promise<void> {
    this.#isCancelled = true;
    if (this.#pending.size === 0) return;
    for (const pending of this.#pending) pending.end();
    let asked: number;
    do {
      asked = this.#asked;
      await this.run.clock.sleep(QUIET_MS, new AbortController().signal);
    } while (asked !== this.#asked);
  }

  /** What Pulumi's SDK throws where nobody waits for it belongs to one of them: the waits of all others go on. */
  fail(error: unknown): void {
    const [oldest] = this.#pending;
    (this.#current.getStore() ?? oldest)?.fail(error);
  }

  async #construct(request: ConstructRequest): Promise<ConstructResponse> {
    lighten();
    // Loaded with the first component: it brings most of Pulumi's SDK, a sixth of a second.
    const { construct, inputErrors, serve } = require("./construct") as typeof import("./construct");
    serve((urn) => isLeftInPlace(urn, this.run.engineRun));
    this.config.requireOwnKeys(keysOf(request));
    const error = await inputErrors(request, this.config.settings);
    if (error !== undefined) throw error;
    const { engineAddress, config } = this;
    return construct(request, { engineAddress, provider: config.reference, waiters: this.#waiters });
  }
}

/** What a component fails with, without its secrets. What is an answer of gRPC already stays as it is. */
function errorOf(request: ConstructRequest, config: ProviderConfig, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { values, secrets } = decoded(request.getInputs());
  return failed(config.blanked(inOwnWords(redacted(messageOf(error), secretTexts(values, secrets)))));
}

/** The keys of the stack with their values; of a secret the key alone. */
function keysOf(request: ConstructRequest): Values {
  const secret = request.getConfigsecretkeysList();
  return Object.fromEntries(
    [...request.getConfigMap().entries()].map(([key, value]) => [key, secret.includes(key) ? undefined : value]),
  );
}
