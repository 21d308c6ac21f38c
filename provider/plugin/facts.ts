import { hiddenKeys } from "../core/run/hidden-keys";
import { arnOf } from "../core/values/ids";
import { leavesOf } from "../core/values/leaves";
import type { Values } from "../core/values/pick";
import { isUnknown } from "../core/values/unknown";
import { isRecord } from "../utils/guards";

/** What a waiter's request has to know of its job. */
export interface JobFacts {
  urn: string;
  /** Paths of the job's inputs that are secret: the service may repeat one in a message. */
  secrets: readonly string[];
  isAdopted: boolean;
}

/**
 * What no single request of the engine says, and others of the same process did: whose stack it is, which only programs and
 * components are told, and which job is behind an id.
 */
export class Facts {
  readonly #ofClasses = new Set<string>();
  readonly #jobs = new Map<string, JobFacts>();
  #organization: string | undefined;

  noteOrganization(organization: unknown): void {
    if (typeof organization === "string" && organization !== "") this.#organization = organization;
  }

  /** Whose stack it is: as this run was told, as the state has it, or as every backend but Pulumi's own calls it. */
  organization(recorded: Values): string {
    return this.#organization ?? textIn(recorded, "organization") ?? "organization";
  }

  /** Remembers a resource that a class of this package has registered, and no program of another kind. */
  noteProgram(urn: string, program: unknown): void {
    if (program === "node") this.#ofClasses.add(urn);
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

  /** The job behind an id; of a refresh that has not seen it, what the waiter's own record tells. */
  job(id: string, recorded: Values): JobFacts {
    const { secrets, isAdopted } = contextIn(recorded);
    const known = Array.isArray(secrets) ? secrets.filter((path) => typeof path === "string") : [];
    return this.#jobs.get(id) ?? { urn: textIn(recorded, "jobUrn") ?? "", secrets: known, isAdopted: isAdopted === true };
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
