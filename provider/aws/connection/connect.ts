import { defined } from "../../utils/defined";
import { ObservedHandler, type SentRequest, type Transport } from "../client/handler";
import { type LoadedClient, loadClient } from "../client/load";
import { type Client, type ClientConfig, isSentOnce, type Messages, type OperationName } from "../client/module";
import { credentialsOf, type Identity } from "./credentials";
import { resolvePlace } from "./place";
import { Sts, type StsPlace } from "./sts";

/** How Clean Rooms ML is reached. All of it is optional: the environment and the profile say the rest. */
export interface ServiceOptions extends Identity, Transport {
  region?: string;
  /** Instead of AWS's own; wins over the environment and the profile. */
  endpoint?: string;
  useFipsEndpoint?: boolean;
  useDualstackEndpoint?: boolean;
  /** Where STS is asked, when it is not where the service is. */
  sts?: StsPlace;
  /** How often a request is sent at most; one that starts a training is sent once. */
  maxAttempts?: number;
  retryMode?: string;
  /** Products to add to the user agent, e.g. `my-pipeline/1.2`. */
  userAgents?: string[];
  log?: (severity: "debug" | "warning", message: string) => void;
  /** Told of every request that goes out, those to STS included. */
  onRequest?: (request: SentRequest) => void;
  /** Which client module is used. */
  load?: () => LoadedClient;
}

/** What calls are sent over. */
export interface Connection {
  /** Scheme, host and port of the service. */
  origin: string;
  send<Name extends OperationName>(name: Name, input: Messages[Name][0], abortSignal: AbortSignal): Promise<Messages[Name][1]>;
}

/** Chooses the client, finds the place, and makes what is to be made once. Sends nothing yet. */
export async function connect(options: ServiceOptions): Promise<Connection> {
  const {
    profile,
    sts = {},
    maxAttempts,
    retryMode,
    userAgents = [],
    log = () => {},
    onRequest = () => {},
    load = loadClient,
  } = options;
  const { kind, module, reason, warn } = load();
  log(
    warn ? "warning" : "debug",
    `Clean Rooms ML is called over ${kind === "official" ? "AWS's" : "the built-in"} client: ${reason}`,
  );
  const { origin, ...place } = await resolvePlace(options);
  log("debug", `Clean Rooms ML is called at ${origin}, region ${place.region}`);
  const shared = {
    requestHandler: new ObservedHandler(options, onRequest),
    ...defined({ maxAttempts, retryMode }),
  };
  const config: ClientConfig = {
    ...place,
    ...shared,
    ...defined({ profile }),
    ignoreConfiguredEndpointUrls: true,
    credentials: credentialsOf(options, stsAt(sts, { ...shared, region: place.region }, options)),
    customUserAgent: [...userAgents.map(product), ["cleanroomsml-client", kind]],
  };
  const client = new module.CleanRoomsMLClient(config);
  // The one that never repeats. It is the caller that knows whether a training may be asked for again.
  const creator = new module.CleanRoomsMLClient({ ...config, maxAttempts: 1 });
  return {
    origin,
    async send(name, input, abortSignal) {
      const once = isSentOnce(name);
      if (once) shareClock(client, creator);
      const Command = module[`${name}Command`] as new (input: object) => object;
      const answer = await (once ? creator : client).send(new Command(input), { abortSignal });
      return answer as Messages[typeof name][1];
    },
  };
}

/** STS in the region of the service and as the environment says, but for what is said of it. */
function stsAt(
  place: StsPlace,
  shared: ConstructorParameters<typeof Sts>[0],
  { useFipsEndpoint, useDualstackEndpoint }: ServiceOptions,
) {
  const hosts = defined({ useFipsEndpoint, useDualstackEndpoint });
  return new Sts({ ...shared, ...place, ...hosts }, Object.keys({ ...place, ...hosts }).length > 0);
}

/** A clock that is wrong is found by an answer; what one client learnt spares the other a refused request. */
function shareClock(from: Client, to: Client): void {
  const offset = from.config?.systemClockOffset;
  if (to.config && offset) to.config.systemClockOffset = offset;
}

function product(text: string): [name: string, version: string] {
  const [name = text, version = ""] = text.split("/", 2);
  return [name, version];
}
