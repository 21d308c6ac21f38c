import type { Values } from "./pick";

/** What a comparison of inputs has to know of a kind of resource. */
export interface InputShape {
  /** What the service is sent, in the order of its model. */
  apiInputs: readonly string[];
  /** Everything that a program may set. */
  inputs: readonly string[];
  /** Values that mean the same as leaving the input out. */
  defaultValues: readonly (readonly [path: RegExp, value: string | number])[];
  /** Lists whose elements are known by a member: their order means nothing. */
  namedLists: Readonly<Record<string, string>>;
  /** What an update changes besides the tags, whether or not the service is told of it. */
  updatedInPlace: readonly string[];
  /** What a program may stop to give without asking for anything else. */
  mayBeLeftOut: readonly string[];
  /** The inputs as the service wants them. A value of a wrong type is left as it is, for the check to name. */
  normalise(inputs: Values): Values;
}

/** The text of the value that leaving an input out means, where it means one. */
export function defaultAt(path: string, { defaultValues }: Pick<InputShape, "defaultValues">): string | undefined {
  const found = defaultValues.find(([pattern, value]) => value !== "" && pattern.test(path));
  return found && String(found[1]);
}

/** The inputs that say what is made: neither its name, nor its tags, nor where. */
export function inputsOfWork({ apiInputs }: InputShape): string[] {
  return apiInputs.filter((key) => key !== "tags" && key !== "name");
}
