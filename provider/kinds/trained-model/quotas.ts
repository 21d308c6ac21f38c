import type { ServiceError } from "../../core/errors/service-error";

/** Whether waiting for other trainings helps: never where the quota is 0, or counts a model's versions. */
export function comesFree({ details: { quotaName, quotaValue } }: ServiceError): boolean {
  return quotaValue !== 0 && !/version/i.test(quotaName ?? "");
}
