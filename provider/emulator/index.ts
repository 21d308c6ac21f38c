export type { Emulator } from "./emulator";
export type { ActiveFault, Call, Fault, FaultKind, FaultOf, FaultScope, Faults } from "./state/faults";
export type { ModelChange, ModelReference, StoredModel } from "./state/models";
export type { Clock, EmulatorCredential, EmulatorOptions } from "./state/options";
export { defaultQuotas, freshAccountQuotas, type Quotas } from "./state/quotas";
export { defaultReadings, type Reading, type ReadingName, type Readings, readings, resolveReadings } from "./state/readings";
export type { LoggedRequest } from "./wire/log";
export { startEmulator } from "./wire/server";
