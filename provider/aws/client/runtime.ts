import {
  createDefaultUserAgentProvider,
  NODE_APP_ID_CONFIG_OPTIONS,
  resolveHostHeaderConfig,
  resolveUserAgentConfig,
} from "@aws-sdk/core/client";
import { AwsSdkSigV4Signer, resolveAwsSdkSigV4Config } from "@aws-sdk/core/httpAuthSchemes";
import { AwsRestJsonProtocol } from "@aws-sdk/core/protocols";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { loadConfigsForDefaultMode, NoOpLogger, normalizeProvider } from "@smithy/core/client";
import {
  loadConfig,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  resolveDefaultsModeConfig,
  resolveRegionConfig,
} from "@smithy/core/config";
import { resolveEndpointConfig } from "@smithy/core/endpoints";
import { type HttpHandlerUserInput, parseUrl } from "@smithy/core/protocols";
import {
  DEFAULT_RETRY_MODE,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  resolveRetryConfig,
} from "@smithy/core/retry";
import { calculateBodyLength, fromBase64, fromUtf8, Hash, toBase64, toUtf8 } from "@smithy/core/serde";
import { NodeHttpHandler, streamCollector } from "@smithy/node-http-handler";
import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  HandlerExecutionContext,
  HttpAuthSchemeParameters,
  Logger,
  Provider,
  UserAgent,
} from "@smithy/types";
import { defined } from "../../utils/defined";
import { type EndpointParameters, endpointFor } from "../connection/endpoint";
import { errorTypeRegistries } from "./error-schemas";

const signingName = "cleanrooms-ml";
const apiVersion = "2023-09-06";

/** What a caller of the client may say: a part of what the generated clients take, under the same names. */
export interface CleanRoomsMLClientConfig {
  region?: string | Provider<string>;
  /** Instead of AWS's own; wins over AWS_ENDPOINT_URL and its like. */
  endpoint?: string;
  credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  /** As AWS_PROFILE, for this client alone. */
  profile?: string;
  maxAttempts?: number | Provider<number>;
  retryMode?: string | Provider<string>;
  useFipsEndpoint?: boolean | Provider<boolean>;
  useDualstackEndpoint?: boolean | Provider<boolean>;
  requestHandler?: HttpHandlerUserInput;
  customUserAgent?: string | UserAgent;
  logger?: Logger;
  systemClockOffset?: number;
}

/** `given`, and behind it the environment, the profile and the SDK's defaults; in the order in which generated clients do it. */
export function resolveConfig(given: CleanRoomsMLClientConfig) {
  const logger = given.logger ?? new NoOpLogger();
  const file = { ...defined({ profile: given.profile }), logger };
  const defaultsMode = resolveDefaultsModeConfig({});
  const defaults = () => defaultsMode().then(loadConfigsForDefaultMode);
  const region = given.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...file });
  const runtime = {
    ...given,
    runtime: "node",
    apiVersion,
    serviceId: "CleanRoomsML",
    defaultSigningName: signingName,
    logger,
    defaultsMode,
    region,
    useFipsEndpoint: given.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, file),
    useDualstackEndpoint: given.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, file),
    maxAttempts: given.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, file),
    retryMode:
      given.retryMode ??
      loadConfig(
        { ...NODE_RETRY_MODE_CONFIG_OPTIONS, default: async () => (await defaults()).retryMode || DEFAULT_RETRY_MODE },
        file,
      ),
    userAgentAppId: loadConfig(NODE_APP_ID_CONFIG_OPTIONS, file),
    defaultUserAgentProvider: createDefaultUserAgentProvider({ serviceId: "CleanRoomsML", clientVersion: apiVersion }),
    requestHandler: NodeHttpHandler.create(given.requestHandler ?? defaults),
    credentialDefaultProvider: defaultProvider,
    httpAuthSchemes: [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc: { getIdentityProvider(id: string): AwsCredentialIdentityProvider | undefined }) =>
          ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer(),
      },
    ],
    httpAuthSchemeProvider: authSchemes,
    authSchemePreference: async (): Promise<string[]> => [],
    endpointProvider: endpointFor,
    protocol: new AwsRestJsonProtocol({ defaultNamespace: "com.amazonaws.cleanroomsml", errorTypeRegistries }),
    disableHostPrefix: false,
    cacheMiddleware: false,
    urlParser: parseUrl,
    bodyLengthChecker: calculateBodyLength,
    streamCollector,
    sha256: Hash.bind(null, "sha256"),
    base64Decoder: fromBase64,
    base64Encoder: toBase64,
    utf8Decoder: fromUtf8,
    utf8Encoder: toUtf8,
  };
  const retrying = resolveRetryConfig(resolveUserAgentConfig(runtime));
  const located = resolveEndpointConfig<typeof retrying, EndpointParameters>(
    resolveHostHeaderConfig(resolveRegionConfig(retrying)),
  );
  return resolveAwsSdkSigV4Config(located);
}

/** The client's settings once the environment, the profile and the defaults are in. An interface: a type is written out wherever it is used. */
export interface ResolvedConfig extends ReturnType<typeof resolveConfig> {}

/** What the signing of one request is chosen by. */
export interface AuthParameters extends HttpAuthSchemeParameters {
  region?: string;
}

/** Hands the region on to `authSchemes`. */
export async function authParameters(config: ResolvedConfig): Promise<AuthParameters> {
  return { region: await normalizeProvider<string>(config.region)() };
}

function authSchemes({ region }: AuthParameters) {
  return [
    {
      schemeId: "aws.auth#sigv4",
      signingProperties: { name: signingName, region },
      propertiesExtractor: (config: object, context: HandlerExecutionContext) => ({ signingProperties: { config, context } }),
    },
  ];
}
