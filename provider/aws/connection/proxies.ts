import { Agent, type AgentOptions } from "node:https";
import type { NodeHttpHandlerOptions } from "@smithy/types";
import { HttpProxyAgent } from "http-proxy-agent";
import { HttpsProxyAgent } from "https-proxy-agent";
import { defined } from "../../utils/defined";

/** As many connections as the SDK's own agents keep. */
export const agentOptions = { keepAlive: true, maxSockets: 50 };

/** Through what requests go: URLs by the scheme of the request, and hosts that are asked straight. */
export interface Proxies {
  http?: string;
  https?: string;
  /** Names, domains, addresses, each with or without a port, separated by commas; `*` is all. */
  none?: string;
}

type Agents = Pick<NodeHttpHandlerOptions, "httpAgent" | "httpsAgent">;

/** What sends requests through the proxies; an https proxy's certificate is held to the same `ca` as the service's. */
export function proxyAgents({ http, https }: Proxies, ca: string | undefined): Agents {
  const trusting = { ...agentOptions, ...defined({ ca }) };
  return {
    httpsAgent: https === undefined ? new Agent(trusting) : tunnelling(https, trusting),
    ...(http !== undefined && { httpAgent: new HttpProxyAgent(http, trusting) }),
  };
}

/** The package keeps its options for the proxy alone: what is behind the tunnel needs them too. */
function tunnelling(proxy: string, trusting: AgentOptions): HttpsProxyAgent<string> {
  const agent = new HttpsProxyAgent(proxy, trusting);
  Object.assign(agent.options, trusting);
  return agent;
}
