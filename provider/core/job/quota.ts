import type { ServiceError } from "../errors/service-error";

/** Whether waiting for other trainings helps: never where the quota is 0, or counts a model's versions. */
export function comesFree({ details: { quotaName, quotaValue } }: ServiceError): boolean {
  return quotaValue !== 0 && !/version/i.test(quotaName ?? "");
}

/** What a used-up quota says on the row. */
export function quotaText({ details: { quotaName, quotaValue } }: ServiceError): string {
  const limit = quotaValue === undefined ? "" : ` of ${quotaValue}`;
  return `the quota${limit}${quotaName === undefined ? "" : ` "${quotaName}"`} is used up`;
}
