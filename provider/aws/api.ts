import type { Service } from "../service/operations";
import { defined } from "../utils/defined";
import { callsOver } from "./calls/call";
import { callsOfExportJobs } from "./calls/export-jobs";
import { callsOfInferenceJobs } from "./calls/inference-jobs";
import { callsOfMLConfiguration } from "./calls/ml-configuration";
import { callsOfMLInputChannels } from "./calls/ml-input-channels";
import { callsOfTags } from "./calls/tags";
import { callsOfTrainedModels } from "./calls/trained-models";
import type { ServiceOptions } from "./connection/connect";

export type { ServiceOptions } from "./connection/connect";

/** Clean Rooms ML, as the rules call it. Nothing of AWS is loaded before the first call. */
export function createService(options: ServiceOptions = {}): Service {
  const call = callsOver(options);
  return {
    ...callsOfMLConfiguration(call),
    ...callsOfMLInputChannels(call),
    ...callsOfTrainedModels(call),
    ...callsOfInferenceJobs(call),
    ...callsOfExportJobs(call),
    ...callsOfTags(call),
  };
}

/** Clean Rooms ML by region, each region's client made once; without a region, that of the options. */
export function createServices(optionsNow: () => ServiceOptions): (region: string | undefined) => Service {
  const services = new Map<string, Service>();
  return (wanted) => {
    const options = optionsNow();
    const region = wanted ?? options.region;
    const service = services.get(region ?? "") ?? createService({ ...options, ...defined({ region }) });
    services.set(region ?? "", service);
    return service;
  };
}
