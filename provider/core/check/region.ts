import { regions } from "../../service/regions";
import { covers } from "../values/paths";
import type { Values } from "../values/pick";
import { isUnknown } from "../values/unknown";
import type { Issue } from "./issues";
import { nearest } from "./nearest";

/** What the stack says of the region of what is to come. */
export interface RegionSettings {
  /** Where it is to be made when the inputs do not say. */
  region?: string | undefined;
  /** A region that no list has may be meant: one that is new, or of a service that is not AWS's. */
  skipRegionValidation?: boolean | undefined;
}

/** What is to come needs a region that exists. One that is malformed is named elsewhere. */
export function regionToComeIssues(
  inputs: Values,
  { region: configured, skipRegionValidation = false }: RegionSettings,
  secrets: readonly string[],
): Issue[] {
  const { region: own, adopt } = inputs;
  if (adopt !== undefined || isUnknown(own)) return [];
  if (own === undefined && configured === undefined) return [missing];
  if (skipRegionValidation || (own !== undefined && !isRegionLike(own))) return [];
  // The engine prints the value of an input that an issue names: here the program gives none.
  if (own === undefined) return unknownIssues(configured, "", "the region of the configuration is none of AWS's");
  return unknownIssues(own, "region", "is none of AWS's regions", covers(secrets, "region"));
}

/** Whether it is written as regions are. */
function isRegionLike(value: unknown): value is string {
  return typeof value === "string" && /^[a-z]{2,}(-[a-z0-9]+)+$/.test(value) && value.length <= 63;
}

/**
 * The region in which something is to be made: the input, then the configuration. Whatever exists is asked for in the
 * region of its ARN instead (`serviceOf`). Undefined where nothing says it, or it is not known yet.
 */
export function regionToCome({ region }: Values, configured: string | undefined): string | undefined {
  if (region === undefined) return configured;
  return typeof region === "string" ? region : undefined;
}

/** What is wrong with the input itself. */
export function regionIssues({ region }: Values): Issue[] {
  if (region === undefined || isUnknown(region) || isRegionLike(region)) return [];
  return [{ path: "region", code: "pattern", message: "must be an AWS region such as `eu-west-1`" }];
}

const missing: Issue = {
  path: "region",
  code: "missing",
  message: "is set nowhere",
  hint: "set it here, with `pulumi config set aws:region …`, as AWS_REGION, or in the profile",
};

function unknownIssues(region: string | undefined, path: string, message: string, isSecret = false): Issue[] {
  if (region === undefined || regions.includes(region)) return [];
  const meant = isSecret ? undefined : nearest(region, regions);
  const hint = `${meant === undefined ? "" : `did you mean \`${meant}\`? `}\`aws:skipRegionValidation\` allows one that is newer than this package`;
  return [{ path, code: "unknown-region", message, hint }];
}
