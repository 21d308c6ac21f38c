import { hiddenKeys } from "../core/run/hidden-keys";
import { arnOf, idFrom } from "../core/values/ids";
import { leavesOf } from "../core/values/leaves";
import { covers } from "../core/values/paths";
import type { Values } from "../core/values/pick";
import { isUnknown } from "../core/values/unknown";
import { siblingJobOf } from "../core/values/urns";
import { isRecord, listOf } from "../utils/guards";

/** What a waiter's request has to know of its job. */
export interface JobFacts {
  urn: string;
  /** Paths of the job's inputs that are secret: the service may repeat one in a message. */
  secrets: readonly string[];
  isAdopted: boolean;
}

/**
 * What no single request of the engine says, and others of the same process did: whose stack it is, which the classes of this
 * package alone are told, and which job is behind an id.
 */
export class Facts {
  readonly #ofClasses = new Set<string>();
  readonly #jobs = new Map<string, JobFacts>();
  /** By URN: what is told of one resource must not depend on which other one was asked about before. */
  readonly #organizations = new Map<string, string>();

  /** Remembers what a class of this package has told of a resource; programs of another kind tell nothing. */
  noteTold(urn: string, { program, organization }: Values): void {
    if (program === "node") this.#ofClasses.add(urn);
    if (typeof organization === "string" && organization !== "") this.#organizations.set(urn, organization);
  }

  /** Remembers whose stack it is as the state has it, for a create that is to replace what is recorded. */
  noteRecorded(urn: string, recorded: Values): void {
    const organization = textIn(recorded, "organization");
    if (organization !== undefined && !this.#organizations.has(urn)) this.#organizations.set(urn, organization);
  }

  /** Whose stack it is: as was told of the resource, as the state has it, or as every backend but Pulumi's own calls it. */
  organization(urn: string, recorded: Values): string {
    return this.#organizations.get(urn) ?? textIn(recorded, "organization") ?? "organization";
  }

  isOfClass(urn: string): boolean {
    return this.#ofClasses.has(urn);
  }

  noteJob(id: string, job: JobFacts): void {
    if (id !== "") this.#jobs.set(id, job);
  }

  /** The paths of inputs that come from a job of this run, or from something that is not known yet. */
  pathsOfRun(inputs: Values): string[] {
    const arns = new Set<unknown>([...this.#jobs.keys()].map(arnOf));
    return [...leavesOf(inputs)].filter(([, { value }]) => isUnknown(value) || arns.has(value)).map(([path]) => path);
  }

  /** The paths of outputs that repeat the name of another job of this run, where that is a secret. */
  secretNamesIn(outputs: object): string[] {
    const channels = "incrementalTrainingDataChannels" in outputs ? outputs.incrementalTrainingDataChannels : undefined;
    return listOf(channels).flatMap((channel, index) => {
      const { trainedModelArn, versionIdentifier } = isRecord(channel) ? channel : {};
      if (typeof trainedModelArn !== "string") return [];
      const version = typeof versionIdentifier === "string" ? versionIdentifier : undefined;
      const below = this.#jobs.get(idFrom(trainedModelArn, version));
      return below && covers(below.secrets, "name") ? [`incrementalTrainingDataChannels[${index}].modelName`] : [];
    });
  }

  /** The job behind an id; of a run that has not seen it, what the waiter's own URN and record tell. */
  job(id: string, waiterUrn: string, recorded: Values): JobFacts {
    const { secrets, isAdopted } = contextIn(recorded);
    const known = Array.isArray(secrets) ? secrets.filter((path) => typeof path === "string") : [];
    const urn = siblingJobOf(waiterUrn) ?? textIn(recorded, "jobUrn") ?? "";
    return this.#jobs.get(id) ?? { urn, secrets: known, isAdopted: isAdopted === true };
  }
}

/** The hidden input or output that holds what a request does not say. */
export function contextIn(hidden: Values): Values {
  const found = hidden[hiddenKeys.context];
  return isRecord(found) ? found : {};
}

function textIn(hidden: Values, key: string): string | undefined {
  const found = contextIn(hidden)[key];
  return typeof found === "string" && found !== "" ? found : undefined;
}
