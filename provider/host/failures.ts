import { type Issue, textOf } from "../core/check/issues";
import { fullText } from "../core/errors/errors";
import { redacted } from "../core/values/redact";
import { touches } from "../kinds/trained-model/inputs";
import type { Bag } from "./bag";

/** A check failure as the dynamic host sends it. Without a property it is printed of the whole resource. */
export interface CheckFailure {
  property: string;
  reason: string;
}

/**
 * An issue as a check failure. The engine prints the value of the property that a failure names, and finds none but at
 * the top. So a failure below it, of a value that is missing, that is Pulumi's own text, or that has a secret in it,
 * names no property, and says the path itself. `texts` are secrets to blank.
 */
export function checkFailure(issue: Issue, secrets: readonly string[], texts: readonly string[] = []): CheckFailure {
  const { path, code } = issue;
  const isShown = !/[.[]/.test(path) && !["missing", "output-text"].includes(code) && !touches(secrets, path);
  const reason = isShown || path === "" ? textOf(issue) : `${path} ${textOf(issue)}`;
  return { property: isShown ? path : "", reason: redacted(reason, texts) };
}

/** An error whose text is all that a person sees: what happened, what to do, and no secret. */
export function plainFailure(error: unknown, secrets: readonly string[]): Error {
  return new PlainFailure(redacted(fullText(error), secrets));
}

/** The host prints name and stack of what a read or a delete throws, beside the engine's own line: here, one short line. */
class PlainFailure extends Error {
  constructor(message: string) {
    super(message);
    this.stack = message.split("\n", 1)[0] ?? "";
  }
  override toString(): string {
    return "pulumi-cleanroomsml";
  }
}

/** The error that keeps a resource in the state: the next `pulumi up` calls its `update`. */
export class InitFailure extends Error {
  override readonly name = "InitFailure" as const;
  /** The host throws the message away and shows the reasons. */
  readonly reasons: string[];
  constructor(
    readonly id: string,
    /** Recorded as outputs; without `__provider` a later refresh or destroy could not run. */
    readonly properties: Bag,
    message: string,
  ) {
    super(message);
    this.reasons = [message];
  }
}
