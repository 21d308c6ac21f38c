import { defined } from "../utils/defined";
import { rolesAt, webIdentityAt } from "./roles";
import { flagAt, type GetConfig, inHome, isSet, oneOfAt, SettingError, textAt, textsAt, urlAt } from "./setting-values";

/** As soon as one of these is set under `cleanroomsml:`, every key of `@pulumi/aws` that says who calls stands back. */
const ownIdentity = ["cleanroomsml:profile", "cleanroomsml:assumeRoles", "cleanroomsml:assumeRoleWithWebIdentity"];

/** Who calls: by our keys, or by those of `@pulumi/aws`, never by a mixture. */
export function identityOf(get: GetConfig) {
  const isOurs = ownIdentity.some((key) => isSet(get(key)));
  const prefix = isOurs ? "cleanroomsml" : "aws";
  return {
    assumeRoles: rolesAt(get, isOurs ? ["cleanroomsml:assumeRoles"] : ["aws:assumeRoles", "aws:assumeRole"]),
    files: isOurs ? {} : sharedFilesOf(get),
    ...defined({
      profile: textAt(get, `${prefix}:profile`),
      webIdentity: webIdentityAt(get, `${prefix}:assumeRoleWithWebIdentity`),
      credentials: isOurs ? undefined : accessKeysOf(get),
    }),
  };
}

function accessKeysOf(get: GetConfig) {
  const accessKeyId = textAt(get, "aws:accessKey");
  const secretAccessKey = textAt(get, "aws:secretKey");
  const sessionToken = textAt(get, "aws:token");
  if (accessKeyId === undefined && secretAccessKey === undefined && sessionToken === undefined) return undefined;
  if (accessKeyId === undefined) throw new SettingError("aws:accessKey", "is missing beside `aws:secretKey` or `aws:token`");
  if (secretAccessKey === undefined) throw new SettingError("aws:secretKey", "is missing beside `aws:accessKey`");
  return { accessKeyId, secretAccessKey, ...defined({ sessionToken }) };
}

/** Where the credentials of the machine come from. */
export function metadataOf(get: GetConfig): Record<string, string> {
  return defined({
    AWS_EC2_METADATA_DISABLED: flagAt(get, "aws:skipMetadataApiCheck") ? "true" : undefined,
    AWS_EC2_METADATA_SERVICE_ENDPOINT: urlAt(get, "aws:ec2MetadataServiceEndpoint"),
    AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: oneOfAt(get, "aws:ec2MetadataServiceEndpointMode", ["IPv4", "IPv6"]),
  });
}

/** The SDK reads one file of each kind, and each of its parts looks for it on its own. */
function sharedFilesOf(get: GetConfig): Record<string, string> {
  const one = (key: string) => {
    const [file, ...more] = textsAt(get, key) ?? [];
    if (more.length > 0) throw new SettingError(key, "must be one file: more than one cannot be read");
    return inHome(file);
  };
  return defined({
    AWS_CONFIG_FILE: one("aws:sharedConfigFiles"),
    AWS_SHARED_CREDENTIALS_FILE: one("aws:sharedCredentialsFiles") ?? inHome(textAt(get, "aws:sharedCredentialsFile")),
  });
}
