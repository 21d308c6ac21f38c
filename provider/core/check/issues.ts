/** Something wrong with the inputs, as data; the edge turns it into Pulumi's check failure. */
export interface Issue {
  /** The property path, e.g. `dataChannels[2].channelName`. */
  path: string;
  /** A stable name of the rule, e.g. `max`, `channels-total`. */
  code: string;
  /** The rule in words, never the value: it may be a secret. */
  message: string;
  /** What to do, where more can be said. */
  hint?: string;
}

/** Something that refuses nothing: AWS's documents advise against it, contradict themselves, or leave it to the reader. */
export interface Advice extends Issue {
  severity: "warning" | "info";
}

/** One line for a person. */
export function textOf(issue: Issue): string {
  return issue.hint === undefined ? issue.message : `${issue.message}; ${issue.hint}`;
}

/** The issues, without those of a path that another one tells of. */
export function withoutPathsOf<I extends Issue>(issues: readonly I[], told: readonly Issue[]): I[] {
  return issues.filter(({ path }) => !told.some((other) => other.path === path));
}
