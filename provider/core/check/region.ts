import { isRegionLike } from "../../kinds/trained-model/check/rules";
import { contextOf, covers } from "../../kinds/trained-model/inputs";
import { regions } from "../../service/regions";
import { isUnknown } from "../values/unknown";
import { type Issue, nearest } from "./issues";

/** What the stack says of the region of a training to come. */
export interface RegionSettings {
  /** Where the training is to run when the inputs do not say. */
  region?: string | undefined;
  /** A region that no list has may be meant: one that is new, or of a service that is not AWS's. */
  skipRegionValidation?: boolean | undefined;
}

/** A training needs a region that exists. One that is malformed is named elsewhere. */
export function trainingRegionIssues(
  inputs: Record<string, unknown>,
  { region: configured, skipRegionValidation = false }: RegionSettings,
): Issue[] {
  const { region: own, adopt } = inputs;
  if (adopt !== undefined || isUnknown(own)) return [];
  if (own === undefined && configured === undefined) return [missing];
  if (skipRegionValidation || (own !== undefined && !isRegionLike(own))) return [];
  // The engine prints the value of an input that an issue names: here the program gives none.
  if (own === undefined) return unknownIssues(configured, "", "the region of the configuration is none of AWS's");
  return unknownIssues(own, "region", "is none of AWS's regions", covers(contextOf(inputs).secrets, "region"));
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
