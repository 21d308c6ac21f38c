import type { ComponentResourceOptions, CustomResourceOptions } from "@pulumi/pulumi";
import { millisecondsOf } from "../../core/values/duration";
import { programError } from "./program-error";

/** Refuses a time-out that the engine cannot read, or that would bound nothing here. */
export function requireTimeouts(resource: string, opts: CustomResourceOptions | ComponentResourceOptions | undefined): void {
  const timeouts: object = (opts && "customTimeouts" in opts && opts.customTimeouts) || {};
  for (const [action, text] of Object.entries(timeouts)) {
    // No unit of days: the engine reads durations as Go does. It takes "0" and "" for none.
    if (text === undefined || text === "" || text === "0" || isDuration(text)) continue;
    throw programError(
      `${resource}: the option \`customTimeouts.${action}\` is no duration; write it as \`"5h"\`, \`"90m"\` or \`"1h30m"\`, days in hours`,
    );
  }
}

function isDuration(text: unknown): boolean {
  return typeof text === "string" && !text.includes("d") && millisecondsOf(text) !== undefined;
}
