import {
  CONFIG_PREFIX_SEPARATOR,
  loadConfig,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
} from "@smithy/core/config";
import { defined } from "../../utils/defined";
import { endpointFor, NoRegionError } from "./endpoint";

/** Where requests go. */
export interface ServicePlace {
  region: string;
  /** Set when it is not AWS's own. */
  endpoint?: string;
  useFipsEndpoint: boolean;
  useDualstackEndpoint: boolean;
  /** Scheme, host and port, for messages. */
  origin: string;
}

/** What the caller says of it. */
type Given = Partial<Pick<ServicePlace, "region" | "endpoint" | "useFipsEndpoint" | "useDualstackEndpoint">> & {
  profile?: string;
};

/**
 * What the caller says, then the environment, then the profile. The SDK would do the same, but it looks for the endpoint in the
 * profile of AWS_PROFILE even when another profile was asked for: credentials of one account and the address of another.
 */
export async function resolvePlace(given: Given): Promise<ServicePlace> {
  const file = defined({ profile: given.profile });
  const [region, endpoint, useFipsEndpoint, useDualstackEndpoint] = await Promise.all([
    given.region || configuredRegion(given.profile),
    given.endpoint || configuredEndpoint(file),
    given.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, file)(),
    given.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, file)(),
  ]);
  if (!region) {
    throw new NoRegionError("no region is set");
  }
  const { url } = endpointFor({
    Region: region,
    UseFIPS: useFipsEndpoint ?? false,
    UseDualStack: useDualstackEndpoint ?? false,
    Endpoint: endpoint,
  });
  return {
    region,
    ...defined({ endpoint }),
    useFipsEndpoint: useFipsEndpoint ?? false,
    useDualstackEndpoint: useDualstackEndpoint ?? false,
    origin: url.origin,
  };
}

type File = { profile?: string };

/** The region of the environment, or of a profile: that of AWS_PROFILE where none is asked for. */
export const configuredRegion = (profile?: string) =>
  loadConfig<string | undefined>(
    {
      environmentVariableSelector: (env) => env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined,
      configFileSelector: (profile) => profile.region,
      default: undefined,
    },
    { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...defined({ profile }) },
  )();

/** AWS_ENDPOINT_URL_CLEANROOMSML, AWS_ENDPOINT_URL, the profile's `services` section, the profile. */
async function configuredEndpoint(file: File): Promise<string | undefined> {
  const ignored = await loadConfig<boolean>(
    {
      environmentVariableSelector: (env) => truth(env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS),
      configFileSelector: (profile) => truth(profile.ignore_configured_endpoint_urls),
      default: false,
    },
    file,
  )();
  if (ignored) return undefined;
  return loadConfig<string | undefined>(
    {
      environmentVariableSelector: (env) => env.AWS_ENDPOINT_URL_CLEANROOMSML || env.AWS_ENDPOINT_URL || undefined,
      configFileSelector: (profile, all) => {
        const section =
          profile.services === undefined ? undefined : all?.[["services", profile.services].join(CONFIG_PREFIX_SEPARATOR)];
        return section?.[["cleanroomsml", "endpoint_url"].join(CONFIG_PREFIX_SEPARATOR)] || profile.endpoint_url || undefined;
      },
      default: undefined,
    },
    file,
  )();
}

const truth = (value: string | undefined) => (value === undefined ? undefined : value.toLowerCase() === "true");
