import type { CheckedKind } from "../../core/check/check";
import { configurationIssues, configurationWarnings } from "./check";
import { configurationShape } from "./shape";

/** What a check has to know of an ML configuration. */
export const mlConfiguration: CheckedKind = {
  words: { thing: "ML configuration", short: "ML configuration" },
  shape: configurationShape,
  checks: { request: "PutMLConfigurationRequest", issues: configurationIssues, warnings: configurationWarnings },
};
