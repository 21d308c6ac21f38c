import { defined } from "../utils/defined";
import { asList, asMap, asUrl, flagAt, type GetConfig, isSet, SettingError, structureAt, textAt, urlAt } from "./setting-values";

/** The members of `aws:endpoints` that matter here; it has one for each service of AWS. */
export function endpointsOf(get: GetConfig) {
  const key = "aws:endpoints";
  const value = structureAt(get, key) ?? [];
  const maps = asList(Array.isArray(value) ? value : [value], key);
  const found = (service: string) => {
    for (const [index, map] of maps.entries()) {
      const place = `${key}[${index}]`;
      const url = asMap(map, place)[service];
      if (isSet(url)) return asUrl(url, `${place}.${service}`);
    }
    return undefined;
  };
  return {
    endpoint: urlAt(get, "cleanroomsml:endpoint") ?? found("cleanroomsml"),
    sts: urlAt(get, "cleanroomsml:stsEndpoint") ?? found("sts"),
    variables: defined({ AWS_ENDPOINT_URL_SSO: found("sso") }),
  };
}

/** AWS knows no such host as a FIPS one of an address that is given. */
export function withoutEndpoint(get: GetConfig, key: string, endpoint: string | undefined): boolean | undefined {
  const flag = flagAt(get, key);
  if (flag && endpoint !== undefined) {
    throw new SettingError(key, "cannot be obeyed at an endpoint that is given: take out one of the two");
  }
  return flag;
}

/** Through what requests go. */
export function proxiesOf(get: GetConfig) {
  const proxies = defined({
    http: proxyAt(get, "aws:httpProxy"),
    https: proxyAt(get, "aws:httpsProxy"),
    none: textAt(get, "aws:noProxy"),
  });
  return Object.keys(proxies).length === 0 ? {} : { proxies };
}

/** With or without a scheme, as Go reads it. */
function proxyAt(get: GetConfig, key: string): string | undefined {
  const text = textAt(get, key);
  if (text === undefined) return undefined;
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (/^https?:/i.test(url) && URL.canParse(url)) return url;
  throw new SettingError(key, "must be the URL of an http or https proxy");
}
