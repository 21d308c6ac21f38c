import type * as shapes from "../../service/shapes";
import type { OperationContext } from "../operations/context";
import { modelled } from "../wire/errors";
import type { ConfigurationRecord } from "./record";

/** What each operation on the ML configuration of a membership takes. */
export interface MLConfigurationInputs {
  PutMLConfiguration: shapes.PutMLConfigurationRequest;
  GetMLConfiguration: shapes.GetMLConfigurationRequest;
  DeleteMLConfiguration: shapes.DeleteMLConfigurationRequest;
}

/** PutMLConfiguration: makes one, or takes the place of the one that is there. */
export function putMLConfiguration(context: OperationContext, request: shapes.PutMLConfigurationRequest): object {
  const { store, caller, now, settings } = context;
  const { accountId, region } = caller;
  const { membershipIdentifier, defaultOutputLocation } = request;
  const { putWithoutDestination, putCreateTime } = settings.readings;
  const found = configurationOf(context, membershipIdentifier);
  const kept = putWithoutDestination === "keeps" ? found?.defaultOutputLocation.destination : undefined;
  const destination = defaultOutputLocation.destination ?? kept;
  store.configurations = [
    ...store.configurations.filter((record) => record !== found),
    {
      accountId,
      region,
      membershipIdentifier,
      defaultOutputLocation: { ...defaultOutputLocation, ...(destination && { destination }) },
      createTime: putCreateTime === "keeps" ? (found?.createTime ?? now) : now,
      updateTime: now,
    },
  ];
  return {};
}

/** GetMLConfiguration. */
export function getMLConfiguration(
  context: OperationContext,
  { membershipIdentifier }: shapes.GetMLConfigurationRequest,
): object {
  const found = configurationOf(context, membershipIdentifier);
  if (found === undefined) throw none(membershipIdentifier);
  const { defaultOutputLocation, createTime, updateTime } = found;
  return {
    membershipIdentifier,
    defaultOutputLocation,
    createTime: new Date(createTime).toISOString(),
    updateTime: new Date(updateTime).toISOString(),
  };
}

/** DeleteMLConfiguration. */
export function deleteMLConfiguration(
  context: OperationContext,
  { membershipIdentifier }: shapes.DeleteMLConfigurationRequest,
): object {
  const { store, settings } = context;
  const found = configurationOf(context, membershipIdentifier);
  if (found === undefined && settings.readings.deleteMissingConfig === "not-found") throw none(membershipIdentifier);
  store.configurations = store.configurations.filter((record) => record !== found);
  return {};
}

function configurationOf({ store, caller }: OperationContext, membershipIdentifier: string): ConfigurationRecord | undefined {
  return store.configurations.find(
    (record) =>
      record.membershipIdentifier === membershipIdentifier &&
      record.accountId === caller.accountId &&
      record.region === caller.region,
  );
}

const none = (membershipIdentifier: string) =>
  modelled("ResourceNotFoundException", `The ML configuration of the membership ${membershipIdentifier} was not found`);
