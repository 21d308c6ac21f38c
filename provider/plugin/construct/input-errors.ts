import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { checkInputs } from "../../core/check/check";
import { type Issue, textOf } from "../../core/check/issues";
import { touches } from "../../core/values/paths";
import { redacted, secretTexts } from "../../core/values/redact";
import { trainedModel } from "../../kinds/trained-model/kind";
import type { Configuration } from "../../settings/configuration";
import { type GrpcError, withDetail } from "../errors";
import { inOwnWords } from "../own-words";
import { grpc, InputPropertiesError } from "../pulumi";
import { decoded } from "../values";

/**
 * What is wrong with the inputs of a component, all at once, as the error that the engine prints with path and value: a check failure
 * of its job names no path below the top. What is secret, or not there, is told by its text alone: the engine prints what stands at
 * a path, and everything where there is none.
 */
export async function inputErrors(request: ConstructRequest, configuration: Configuration): Promise<GrpcError | undefined> {
  const { values, secrets } = decoded(request.getInputs());
  const { wait: _, ...inputs } = values;
  const { settings } = await configuration.ofCheck(inputs, false);
  const { errors } = checkInputs(inputs, { secrets, chained: Object.keys(inputs) }, trainedModel, settings);
  if (errors.length === 0) return undefined;
  const texts = secretTexts(inputs, secrets);
  const hasShownValue = ({ path, code }: Issue) => path !== "" && code !== "missing" && !touches(secrets, path);
  const message = new InputPropertiesError();
  for (const issue of errors.filter(hasShownValue)) {
    const error = new InputPropertiesError.PropertyError();
    error.setPropertyPath(issue.path);
    error.setReason(inOwnWords(redacted(textOf(issue), texts)));
    message.addErrors(error);
  }
  const others = errors
    .filter((issue) => !hasShownValue(issue))
    .map((issue) => inOwnWords(redacted(`${issue.path} ${textOf(issue)}`.trim(), texts)));
  const text = others.length > 0 ? others.join("\n") : "the inputs cannot be used";
  return withDetail(text, message.serializeBinary(), "pulumirpc.InputPropertiesError", grpc.status.INVALID_ARGUMENT);
}
