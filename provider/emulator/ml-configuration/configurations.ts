import type { MLOutputConfiguration } from "../../service/shapes";
import type { Store } from "../state/store";
import type { ConfigurationRecord } from "./record";

/** Whose configuration, and where. */
export interface ConfigurationReference {
  membershipIdentifier: string;
  /** Default `us-east-1`. */
  region?: string;
  /** Default `123456789012`. */
  accountId?: string;
}

/** A snapshot of an ML configuration. */
export interface StoredConfiguration {
  defaultOutputLocation: MLOutputConfiguration;
  createTime: string;
  updateTime: string;
}

/** What the service has for a membership. */
export function configurationOf(store: Store, reference: ConfigurationReference): StoredConfiguration | undefined {
  const found = store.configurations.find((record) => isOf(record, reference));
  if (found === undefined) return undefined;
  const { defaultOutputLocation, createTime, updateTime } = found;
  return {
    defaultOutputLocation: structuredClone(defaultOutputLocation),
    createTime: new Date(createTime).toISOString(),
    updateTime: new Date(updateTime).toISOString(),
  };
}

/** Puts or takes away a configuration from outside, as another stack of the account would. */
export function configure(
  store: Store,
  now: number,
  reference: ConfigurationReference,
  location: MLOutputConfiguration | undefined,
): void {
  const { membershipIdentifier, region = "us-east-1", accountId = "123456789012" } = reference;
  const found = store.configurations.find((record) => isOf(record, reference));
  const others = store.configurations.filter((record) => record !== found);
  const put = (defaultOutputLocation: MLOutputConfiguration): ConfigurationRecord => ({
    accountId,
    region,
    membershipIdentifier,
    defaultOutputLocation: structuredClone(defaultOutputLocation),
    createTime: found?.createTime ?? now,
    updateTime: now,
  });
  store.configurations = location === undefined ? others : [...others, put(location)];
}

function isOf(record: ConfigurationRecord, reference: ConfigurationReference): boolean {
  const { membershipIdentifier, region = "us-east-1", accountId = "123456789012" } = reference;
  return record.membershipIdentifier === membershipIdentifier && record.region === region && record.accountId === accountId;
}
