import { type Issue, textOf } from "../core/check/issues";
import { fullText } from "../core/errors/full-text";
import { touches } from "../core/values/paths";
import type { Values } from "../core/values/pick";
import { redacted, secretTexts } from "../core/values/redact";

/** A check failure, as Pulumi's engine wants it from every host. Without a property it is printed of the whole resource. */
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

/** What a handler throws: the message is all that a person sees. It says what happened and what to do, and holds no secret. */
export class Failure extends Error {
  override readonly name: "Failure" | "UnfinishedError" = "Failure";
}

/** A create or an update was cut short, and what it made is to be recorded: the next `pulumi up` goes on in `update`. */
export class UnfinishedError extends Failure {
  override readonly name = "UnfinishedError" as const;
  constructor(
    readonly id: string,
    readonly outputs: Values,
    message: string,
  ) {
    super(message);
  }
}

/** The result of some work; what it throws comes as a failure without the secrets of the values. */
export async function guarded<T>(values: Values, secrets: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Failure(redacted(fullText(error), secretTexts(values, secrets)), { cause: error });
  }
}
