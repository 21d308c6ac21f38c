import { readFileSync } from "node:fs";
import { Agent } from "node:https";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { codeOf } from "../../utils/thrown";
import { EndpointError } from "../connection/endpoint";
import { isExempt } from "../connection/no-proxy";
import type { Proxies } from "../connection/proxies";
import { agentOptions } from "../connection/proxies";

/** How long a request may take, in milliseconds. */
export interface RequestTimeouts {
  /** Until the answer begins, and between two pieces of it. */
  requestTimeout?: number;
  connectionTimeout?: number;
}

/** One HTTP request as it goes out: no header, query or body, which may hold what is secret. */
export interface SentRequest {
  method: string;
  origin: string;
  path: string;
}

/** What requests go through, and whom they trust. */
export interface Transport extends RequestTimeouts {
  proxies?: Proxies;
  /** The file of the certificates that are trusted, instead of Node's. */
  caBundle?: string;
}

type Handle = NodeHttpHandler["handle"];

/** HTTP with time-outs that end a request (the SDK's own default only warns), and that tells of each one it sends. */
export class ObservedHandler extends NodeHttpHandler {
  readonly #proxied: NodeHttpHandler | undefined;
  readonly #none: string | undefined;

  constructor(
    { requestTimeout = 60_000, connectionTimeout = 10_000, proxies, caBundle }: Transport,
    private readonly onRequest: (request: SentRequest) => void,
  ) {
    const timeouts = { requestTimeout, connectionTimeout, socketTimeout: requestTimeout, throwOnRequestTimeout: true };
    const ca = caBundle === undefined ? undefined : certificatesOf(caBundle);
    super({ ...timeouts, ...(ca !== undefined && { httpsAgent: trusting(ca) }) });
    this.#none = proxies?.none;
    // The agents are packages of their own, which are loaded only where they are needed.
    const agents =
      proxies && (require("../connection/proxies") as typeof import("../connection/proxies")).proxyAgents(proxies, ca);
    this.#proxied = agents && new NodeHttpHandler({ ...timeouts, ...agents });
  }

  override handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    const { method, protocol, hostname, port, path } = request;
    this.onRequest({ method, origin: `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}`, path });
    const isDirect = this.#proxied === undefined || isExempt(hostname, port ?? (protocol === "http:" ? 80 : 443), this.#none);
    return isDirect ? super.handle(request, options) : this.#proxied.handle(request, options);
  }
}

/** These certificates are the only ones that are trusted. */
const trusting = (ca: string) => new Agent({ ...agentOptions, ca });

function certificatesOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = codeOf(error) ?? "no reason given";
    throw new EndpointError(`the certificates of \`aws:customCaBundle\` cannot be read (${reason})`);
  }
}
