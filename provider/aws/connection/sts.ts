import { getDefaultRoleAssumer, getDefaultRoleAssumerWithWebIdentity, STSClient } from "@aws-sdk/nested-clients/sts";
import { Command } from "@smithy/core/client";
import { getEndpointPlugin } from "@smithy/core/endpoints";
import type { NodeHttpHandler } from "@smithy/node-http-handler";
import type { AwsCredentialIdentity, MetadataBearer, StaticOperationSchema } from "@smithy/types";
import { endpointParameters } from "./endpoint";

/** Where STS is asked, when it is not where the service is. */
export interface StsPlace {
  region?: string;
  endpoint?: string;
}

interface StsOptions extends StsPlace {
  requestHandler: NodeHttpHandler;
  useFipsEndpoint?: boolean;
  useDualstackEndpoint?: boolean;
  maxAttempts?: number;
  retryMode?: string;
}

type RoleAssumer = ReturnType<typeof getDefaultRoleAssumer>;
type WebIdentityAssumer = ReturnType<typeof getDefaultRoleAssumerWithWebIdentity>;

/** The client, open for a command that it does not bring along. */
interface OpenClient {
  send(command: object): Promise<unknown>;
}

/** STS as one connection asks it: all of its clients go to the same place, through the same proxies. */
export class Sts {
  constructor(
    private readonly options: StsOptions,
    /** Whether the place is said: the roles of a profile are then asked for there too. */
    readonly isGiven: boolean,
  ) {}

  get requestHandler(): NodeHttpHandler {
    return this.options.requestHandler;
  }

  /** Asks for a role with the credentials that it is given. */
  readonly assume = (): RoleAssumer => getDefaultRoleAssumer(this.options);

  /** Asks for a role with a token alone. */
  readonly assumeWithWebIdentity = (): WebIdentityAssumer => getDefaultRoleAssumerWithWebIdentity(this.options);

  /** The account of some credentials. */
  async accountOf(credentials: AwsCredentialIdentity): Promise<string | undefined> {
    const client: OpenClient = new STSClient({ ...this.options, credentials });
    const answer = await client.send(new GetCallerIdentityCommand({}));
    const account: unknown = Reflect.get(Object(answer), "Account");
    return typeof account === "string" ? account : undefined;
  }
}

const stsEndpointParameters = {
  ...endpointParameters,
  UseGlobalEndpoint: { type: "builtInParams", name: "useGlobalEndpoint" },
} as const;

const stsNamespace = "com.amazonaws.sts";
const getCallerIdentity: StaticOperationSchema = [
  9,
  stsNamespace,
  "GetCallerIdentity",
  0,
  [3, stsNamespace, "GetCallerIdentityRequest", 0, [], []],
  [3, stsNamespace, "GetCallerIdentityResponse", 0, ["UserId", "Account", "Arn"], [0, 0, 0]],
];

/** The SDK's own STS, which its credentials bring along, has no more than what they need. */
class GetCallerIdentityCommand extends Command.classBuilder<object, MetadataBearer, STSClient["config"], object, MetadataBearer>()
  .ep(stsEndpointParameters)
  .m((_class, _stack, config: STSClient["config"]) => [getEndpointPlugin(config, stsEndpointParameters)])
  .s("AWSSecurityTokenServiceV20110615", "GetCallerIdentity", {})
  .n("STSClient", "GetCallerIdentityCommand")
  .sc(getCallerIdentity)
  .build() {}
