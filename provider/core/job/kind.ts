import type { Advice, Issue } from "../check/issues";
import type { ServiceError } from "../errors/service-error";
import type { Asking, Context } from "../run/context";
import type { Replacement } from "../run/engine-run";
import type { Resource } from "../run/resource";
import type { InputShape } from "../values/input-shape";
import type { Values } from "../values/pick";
import type { Phase } from "./phases";

/** The inputs that every job has. */
export interface JobInputs {
  membershipIdentifier: string;
  name?: string | undefined;
  region?: string | undefined;
  tags?: Record<string, string> | undefined;
  /** What exists and is to be taken over. */
  adopt?: object | undefined;
}

/** A job as the service describes it, as far as every kind has it. */
export interface Job {
  name: string;
  status: string;
  statusDetails?: { statusCode?: string | undefined; message?: string | undefined } | undefined;
  createTime?: Date | undefined;
  updateTime?: Date | undefined;
  tags?: Record<string, string> | undefined;
}

/** A job as a list shows it. */
export interface Row {
  id: string;
  name: string;
  status: string;
}

/** What messages call a job. */
export interface Words {
  /** `trained model` */
  thing: string;
  /** `model` */
  short: string;
  /** The member of `adopt` that holds the ARN: `trainedModelArn` */
  arn: string;
  /** `training` */
  work: string;
  /** `train` */
  verb: string;
  /** `trained` */
  done: string;
}

/** One list of the service. */
export interface ListCall {
  /** What it is a list of: equal for equal lists. */
  of: string;
  rows(asking: Asking): Promise<Row[]>;
}

/** How the service is asked about a kind of job. Ids are those of Pulumi's state. */
export interface Calls<I extends JobInputs, J extends Job> {
  /** The operation that starts the work. */
  createOperation: string;
  /** One request that starts the work; the id of what the service accepted. */
  create(inputs: I, name: string, tags: Record<string, string>, asking: Asking): Promise<string>;
  /** What an id names, or undefined when the service has none (404). Any other failure is thrown. */
  find(id: string, asking: Asking): Promise<J | undefined>;
  /** Whether the description is whole; a row of a list has no tags. */
  isWhole(job: J): boolean;
  /** The list of a membership. */
  list(membershipIdentifier: string, region: string | undefined): ListCall;
  /** The lists that together have every row that may be one of these inputs: that of the membership, and what it does not show. */
  listsFor(inputs: I): ListCall[];
  /** Whether anything that the service knows bears the name. */
  isNameListed(name: string, inputs: I, asking: Asking): Promise<boolean>;
  cancel(id: string, asking: Asking): Promise<void>;
  deleteOutput(id: string, asking: Asking): Promise<void>;
}

/** What a check asks of a kind of job. */
export interface Checks {
  /** The shape of the request in AWS's service model. */
  request: string;
  /** What the service model does not say. */
  issues(inputs: Values, about: CheckedResource): Issue[];
  /** What a person should know before such a job is paid for; `region` is the one that is configured. */
  warnings(inputs: Values, about: CheckedResource, region: string | undefined): Advice[];
  /** The line that tells what comes, and why. */
  announcement(
    inputs: Values,
    replacement: Replacement | undefined,
    limit: number | undefined,
    secrets: readonly string[],
  ): string;
  /** What to know before a replacement. */
  replacementWarnings(replacement: Replacement, now: number): Advice[];
  /** Refuses more than the stack's limit allows. */
  limitIssues(inputs: Values, limit: number | undefined, secrets: readonly string[]): Issue[];
}

/** What a check knows of the resource beside its values. */
export interface CheckedResource extends Pick<Resource, "secrets"> {
  /** Paths of the inputs that come from a resource of this package in the same program. */
  chained: readonly string[];
}

/** Everything that is special about one kind of paid job; the rules of core/ are the same for all. */
export interface JobKind<I extends JobInputs = JobInputs, J extends Job = Job> {
  words: Words;
  shape: InputShape;
  checks: Checks;
  calls: Calls<I, J>;
  phaseOf(status: string): Phase;
  /** Whether it counts among those that run. */
  holdsPlace(status: string): boolean;
  /** Inputs that a check accepted, as what they are; throws where they are not. */
  inputsOf(values: Values): I;
  /** The id of what the inputs adopt. */
  adoptedId(inputs: I): string | undefined;
  /** An `adopt` of an id, as a program writes it. */
  adoptText(id: string): string;
  /** The inputs that a description tells; one that is not whole tells few of them. */
  toldInputs(job: J): readonly string[];
  /** The job's inputs as the service tells them, to be compared with the program's. */
  describedInputs(job: J, inputs: I): Values;
  /** Whether the id is what the inputs build on, and so never their own result. */
  isSource(id: string, inputs: I): boolean;
  /** What the state records: the inputs where the program gave any, what the service says elsewhere. */
  outputs(inputs: object, id: string, found: object): Values;
  /** Outputs of a job that the service decides, where the inputs do not. */
  serviceOutputs: readonly string[];
  /** Outputs of a waiter that only the work decides. */
  waiterOutputNames: readonly string[];
  /** Every output of a waiter. */
  recordedOfWaiter: readonly string[];
  /** What the state records of a waiter. */
  waiterOutputs(id: string, job: J | undefined): Values;
  /** The job without some texts, wherever the service may repeat one. */
  withoutTexts(job: J, texts: readonly string[]): J;
  /** The longest that it may run, in milliseconds; undefined where nothing says so. */
  longestRun(job: J): number | undefined;
  /** What the failure card says besides. */
  cardLines(job: J): string[];
  /** Throws where a create was refused because of something that the inputs name, and says what mends that. */
  explainRefusal(inputs: I, refused: ServiceError, context: Context): Promise<void>;
  /** Whether waiting for others helps where a quota is used up. */
  comesFree(quota: ServiceError): boolean;
  /** Looks at what the service made of an accepted create. */
  noteCreated(inputs: I, job: J | undefined, context: Context): void;
}

/** What the rules of a job work with. */
export interface JobContext<I extends JobInputs, J extends Job> extends Context {
  kind: JobKind<I, J>;
}
