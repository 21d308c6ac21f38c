import { ServiceError } from "../core/errors/service-error";
import type { Service } from "../core/run/ports";
import { defined } from "../service/defined";
import { operations, shapeOf } from "../service/model";
import type { TrainedModelSummary } from "../service/shapes";
import { toServiceError } from "./client/failure";
import type { OperationName, Operations } from "./client/module";
import { withoutBaseVersion } from "./client/version";
import type { Connection, ServiceOptions } from "./connection/connect";

export type { Connection, ServiceOptions } from "./connection/connect";
export type { AssumeRole } from "./connection/credentials";

/** Clean Rooms ML, as the rules call it. Nothing of AWS is loaded before the first call. */
export function createService(options: ServiceOptions = {}): Service {
  let connection: Promise<Connection> | undefined;
  const connected = () => {
    connection ??= (require("./connection/connect") as typeof import("./connection/connect")).connect(options);
    // Settings that were wrong once may be right at the next call.
    connection.catch(() => {
      connection = undefined;
    });
    return connection;
  };

  async function call<Name extends OperationName>(name: Name, input: Operations[Name][0], signal: AbortSignal) {
    let origin: string | undefined;
    try {
      signal.throwIfAborted();
      checkLabels(name, input);
      const { send, ...where } = await connected();
      origin = where.origin;
      return complete(name, await orAborted(send(name, input, signal), signal));
    } catch (error) {
      throw toServiceError(name, error, { origin, aborted: signal.aborted });
    }
  }

  /** Every page. A service that hands out a token twice would be asked for ever. */
  async function all<Name extends "ListTrainedModels" | "ListTrainedModelVersions">(
    name: Name,
    input: Operations[Name][0],
    signal: AbortSignal,
  ): Promise<TrainedModelSummary[]> {
    const found: TrainedModelSummary[] = [];
    const tokens = new Set<string>();
    for (let nextToken: string | undefined; ; ) {
      const page = await call(name, { ...input, maxResults: 100, ...defined({ nextToken }) }, signal);
      found.push(...page.trainedModels.map(withoutBaseVersion));
      nextToken = page.nextToken;
      if (!nextToken) return found;
      if (tokens.has(nextToken)) throw new ServiceError(name, "unexpected", `${name} repeats a page`, { code: "RepeatedToken" });
      tokens.add(nextToken);
    }
  }

  return {
    createTrainedModel: async (request, signal) => withoutBaseVersion(await call("CreateTrainedModel", request, signal)),
    getTrainedModel: async (request, signal) => withoutBaseVersion(await call("GetTrainedModel", request, signal)),
    listTrainedModels: (membershipIdentifier, signal) => all("ListTrainedModels", { membershipIdentifier }, signal),
    listTrainedModelVersions: (request, signal) => all("ListTrainedModelVersions", request, signal),
    cancelTrainedModel: async (request, signal) => void (await call("CancelTrainedModel", request, signal)),
    deleteTrainedModelOutput: async (request, signal) => void (await call("DeleteTrainedModelOutput", request, signal)),
    tagResource: async (request, signal) => void (await call("TagResource", request, signal)),
    untagResource: async (request, signal) => void (await call("UntagResource", request, signal)),
    listTagsForResource: async (request, signal) => ({ tags: (await call("ListTagsForResource", request, signal)).tags }),
  };
}

/** Clean Rooms ML by region, each region's client made once; without a region, that of the options. */
export function createServices(optionsNow: () => ServiceOptions): (region: string | undefined) => Service {
  const services = new Map<string, Service>();
  return (wanted) => {
    const options = optionsNow();
    const region = wanted ?? options.region;
    const service = services.get(region ?? "") ?? createService({ ...options, ...defined({ region }) });
    services.set(region ?? "", service);
    return service;
  };
}

/** Without these an answer is not the service's, whatever its status: an empty list would mean that nothing trains. */
const essential: Partial<Record<OperationName, string>> = {
  CreateTrainedModel: "trainedModelArn",
  GetTrainedModel: "status",
  ListTrainedModels: "trainedModels",
  ListTrainedModelVersions: "trainedModels",
  ListTagsForResource: "tags",
};

function complete<T extends object>(name: OperationName, answer: T): T {
  const member = essential[name];
  if (member === undefined || Reflect.get(answer, member) != null) return answer;
  throw new ServiceError(name, "ambiguous", `the answer to ${name} has no ${member}: is it Clean Rooms ML that answers?`, {
    code: "IncompleteAnswer",
  });
}

/** An empty part of a path is another operation's path: GetTrainedModel of "" lists, and `..` goes up. */
function checkLabels(name: OperationName, input: object): void {
  const { shape = "" } = operations[name]?.input ?? {};
  for (const [member, { location }] of Object.entries(shapeOf(shape).members ?? {})) {
    if (location !== "uri") continue;
    const value: unknown = Reflect.get(input, member);
    if (typeof value === "string" && !/^\.{0,2}$/.test(value)) continue;
    throw new ServiceError(name, "validation", `${member} of ${name} is not an identifier`, { code: "InvalidIdentifier" });
  }
}

/** Ends when the signal does, whatever the call waits for: a retry's pause, STS, a prompt for a token. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
