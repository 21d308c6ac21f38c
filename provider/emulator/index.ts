export type { Emulator } from "./emulator";
export type { ConfigurationReference, StoredConfiguration } from "./ml-configuration/configurations";
export { startEmulator } from "./start";
export type { ActiveFault, Call, Fault, FaultKind, FaultOf, FaultScope, Faults } from "./state/faults";
export type { Clock, EmulatorCredential, EmulatorOptions } from "./state/options";
export { defaultReadings, type Reading, type ReadingName, type Readings, readings, resolveReadings } from "./state/readings";
export type { ModelChange, ModelReference, StoredModel } from "./trained-models/models";
export { defaultQuotas, freshAccountQuotas, type Quotas } from "./trained-models/quotas";
export type { LoggedRequest } from "./wire/log";
