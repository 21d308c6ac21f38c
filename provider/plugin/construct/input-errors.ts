import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { checkInputs } from "../../core/check/check";
import { textOf } from "../../core/check/issues";
import { touches } from "../../core/values/paths";
import { redacted, secretTexts } from "../../core/values/redact";
import { trainedModel } from "../../kinds/trained-model/kind";
import type { Configuration } from "../../settings/configuration";
import { type GrpcError, withDetail } from "../errors";
import { grpc, InputPropertiesError } from "../pulumi";
import { decoded } from "../values";

/**
 * What is wrong with the inputs of a component, all at once, as the error that the engine prints with path and value: a check failure
 * of its job names no path below the top. A path to a secret is named by the text alone, since the engine prints what is there.
 */
export async function inputErrors(request: ConstructRequest, configuration: Configuration): Promise<GrpcError | undefined> {
  const { values, secrets } = decoded(request.getInputs());
  const { wait: _, ...inputs } = values;
  const { settings } = await configuration.ofCheck(inputs, false);
  const { errors } = checkInputs(inputs, { secrets, chained: Object.keys(inputs) }, trainedModel, settings);
  if (errors.length === 0) return undefined;
  const texts = secretTexts(inputs, secrets);
  const message = new InputPropertiesError();
  for (const issue of errors) {
    const isShown = issue.path !== "" && issue.code !== "missing" && !touches(secrets, issue.path);
    const error = new InputPropertiesError.PropertyError();
    error.setPropertyPath(isShown ? issue.path : "");
    error.setReason(redacted(isShown || issue.path === "" ? textOf(issue) : `${issue.path} ${textOf(issue)}`, texts));
    message.addErrors(error);
  }
  const text = "the inputs cannot be used";
  return withDetail(text, message.serializeBinary(), "pulumirpc.InputPropertiesError", grpc.status.INVALID_ARGUMENT);
}
