import { messageOf } from "../../utils/thrown";
import { isAdvised } from "./errors";
import type { Reader } from "./reader";
import { refusal } from "./refusal";
import { isServiceError } from "./service-error";

/** What a person reads of something thrown: what happened, then what to do. `reader` is whoever runs Pulumi, unless told otherwise. */
export function fullText(error: unknown, reader?: Reader): string {
  const told = isServiceError(error) ? refusal(error, reader) : error;
  return isAdvised(told) ? [told.message, ...told.advice].join("\n") : messageOf(told);
}
