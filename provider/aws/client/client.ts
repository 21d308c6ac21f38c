import { getHostHeaderPlugin, getLoggerPlugin, getRecursionDetectionPlugin, getUserAgentPlugin } from "@aws-sdk/core/client";
import { DefaultIdentityProviderConfig, getHttpAuthSchemeEndpointRuleSetPlugin, getHttpSigningPlugin } from "@smithy/core";
import { Client } from "@smithy/core/client";
import { getContentLengthPlugin } from "@smithy/core/protocols";
import { getRetryPlugin } from "@smithy/core/retry";
import { getSchemaSerdePlugin } from "@smithy/core/schema";
import type { HttpHandlerOptions, MetadataBearer } from "@smithy/types";
import { authParameters, type CleanRoomsMLClientConfig, type ResolvedConfig, resolveConfig } from "./runtime";

/**
 * Clean Rooms ML over the AWS SDK's own runtime, with AWS's own names: what `@aws-sdk/client-cleanroomsml` is, for the operations
 * of trained models and tags.
 */
export class CleanRoomsMLClient extends Client<HttpHandlerOptions, object, MetadataBearer, ResolvedConfig> {
  constructor(configuration: CleanRoomsMLClientConfig = {}) {
    super(resolveConfig(configuration));
    const { config } = this;
    this.middlewareStack.use(getSchemaSerdePlugin(config));
    this.middlewareStack.use(getUserAgentPlugin(config));
    this.middlewareStack.use(getRetryPlugin(config));
    this.middlewareStack.use(getContentLengthPlugin(config));
    this.middlewareStack.use(getHostHeaderPlugin(config));
    this.middlewareStack.use(getLoggerPlugin(config));
    this.middlewareStack.use(getRecursionDetectionPlugin(config));
    this.middlewareStack.use(
      getHttpAuthSchemeEndpointRuleSetPlugin(config, {
        httpAuthSchemeParametersProvider: authParameters,
        identityProviderConfigProvider: async ({ credentials }) =>
          new DefaultIdentityProviderConfig({ "aws.auth#sigv4": credentials }),
      }),
    );
    this.middlewareStack.use(getHttpSigningPlugin(config));
  }
}
