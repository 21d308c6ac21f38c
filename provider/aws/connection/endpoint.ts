import { partition } from "@aws-sdk/core/client";
import type { EndpointParameters as AnyEndpointParameters, EndpointV2 } from "@smithy/types";

/** What decides the host, under the names of AWS's rule set. */
export interface EndpointParameters extends AnyEndpointParameters {
  Region?: string | undefined;
  UseFIPS?: boolean | undefined;
  UseDualStack?: boolean | undefined;
  Endpoint?: string | undefined;
}

/** AWS's endpoint rule set of Clean Rooms ML (`endpoint-rule-set-1`). */
export function endpointFor({ Region, UseFIPS, UseDualStack, Endpoint }: EndpointParameters): EndpointV2 {
  if (Endpoint !== undefined) {
    if (UseFIPS) throw invalid("FIPS and custom endpoint are not supported");
    if (UseDualStack) throw invalid("Dualstack and custom endpoint are not supported");
    return { url: urlOf(Endpoint), properties: {}, headers: {} };
  }
  if (Region === undefined || Region === "") throw invalid("Missing Region");
  const { dnsSuffix, dualStackDnsSuffix, supportsFIPS, supportsDualStack } = partition(Region);
  if (UseFIPS && UseDualStack && !(supportsFIPS && supportsDualStack)) {
    throw new EndpointError("FIPS and DualStack are enabled, but this partition does not support one or both");
  }
  if (UseFIPS && !supportsFIPS) throw new EndpointError("FIPS is enabled but this partition does not support FIPS");
  if (UseDualStack && !supportsDualStack) {
    throw new EndpointError("DualStack is enabled but this partition does not support DualStack");
  }
  const host = `cleanrooms-ml${UseFIPS ? "-fips" : ""}.${Region}.${UseDualStack ? dualStackDnsSuffix : dnsSuffix}`;
  return { url: new URL(`https://${host}`), properties: {}, headers: {} };
}

/** The settings name no endpoint that can be used. Nothing was sent. */
export class EndpointError extends Error {
  override readonly name: string = "EndpointError";
}

/** Neither the caller nor the environment nor the profile says a region. Nothing was sent. */
export class NoRegionError extends EndpointError {
  override readonly name = "NoRegionError";
}

const invalid = (what: string) => new EndpointError(`Invalid Configuration: ${what}`);

function urlOf(endpoint: string): URL {
  if (!/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) throw invalid(`the endpoint is no http or https URL`);
  return new URL(endpoint);
}

/** From which of a client's settings its endpoint follows, under the names of AWS's rule sets. */
export const endpointParameters = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" },
} as const;
