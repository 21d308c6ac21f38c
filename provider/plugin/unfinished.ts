import type { ConstructRequest, ConstructResponse } from "@pulumi/pulumi/proto/provider_pb";
import { partsOfUrn } from "../core/values/urns";
import { UNKNOWN_ON_WIRE } from "../utils/unknown-on-wire";
import { messages, Struct } from "./pulumi";

/**
 * What a program gets of a component that a run has no time for any more. Its outputs are unknown, so nothing that is built on them
 * goes wrong: a program that is given null may fail where it works on an ARN.
 */
export function unfinished(request: ConstructRequest): ConstructResponse {
  const { outputNames } = require("./construct") as typeof import("./construct");
  const response = new messages.ConstructResponse();
  response.setUrn(urnOf(request));
  response.setState(Struct.fromJavaScript(Object.fromEntries(outputNames.map((name) => [name, UNKNOWN_ON_WIRE]))));
  return response;
}

/** As Pulumi's engine makes it. */
function urnOf(request: ConstructRequest): string {
  const above = partsOfUrn(request.getParent()).types;
  const isInResource = above.at(-1) !== "" && above.at(-1) !== "pulumi:pulumi:Stack";
  const types = [...(isInResource ? above : []), request.getType()].join("$");
  return `urn:pulumi:${request.getStack()}::${request.getProject()}::${types}::${request.getName()}`;
}
