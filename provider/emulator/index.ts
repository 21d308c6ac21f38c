export type { Emulator } from "./emulator";
export type { ActiveFault, Call, Fault, FaultKind, FaultOf, FaultScope, Faults } from "./faults";
export type { LoggedRequest } from "./log";
export type { ModelChange, ModelReference, StoredModel } from "./models";
export type { Clock, EmulatorCredential, EmulatorOptions } from "./options";
export { defaultQuotas, freshAccountQuotas, type Quotas } from "./quotas";
export { defaultReadings, type Reading, type ReadingName, type Readings, readings, resolveReadings } from "./readings";
export { startEmulator } from "./server";
