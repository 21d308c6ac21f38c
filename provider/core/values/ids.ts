/** What the ARN of a resource in a membership says. */
export interface ArnParts {
  region: string;
  membershipIdentifier: string;
}

const ARN = /^arn:aws[-a-z]*:cleanrooms-ml:([-a-z0-9]+):[0-9]{12}:membership\/([0-9a-f-]{36})\//;

/** Region and membership of a resource, out of its ARN or id; empty texts where it is no ARN of Clean Rooms ML. */
export function partsOf(id: string): ArnParts {
  const [, region = "", membershipIdentifier = ""] = ARN.exec(id) ?? [];
  return { region, membershipIdentifier };
}

/** A resource's id: its ARN, then `#` and the version where there is one. */
export function idFrom(arn: string, version?: string): string {
  return version === undefined ? arn : `${arn}#${version}`;
}

/** The ARN in an id. */
export function arnOf(id: string): string {
  return id.split("#")[0] ?? id;
}

/** The version in an id; the first version of a resource has none. */
export function versionOf(id: string): string | undefined {
  return id.split("#")[1];
}
