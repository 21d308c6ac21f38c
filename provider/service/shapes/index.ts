/**
 * The requests and responses of Clean Rooms ML that this package uses, under AWS's own names.
 *
 * Members and their optionality are those of the service model (`cleanroomsml.json`); a test compares the two.
 */

export * from "./common";
export * from "./export-jobs";
export * from "./inference-jobs";
export * from "./ml-configuration";
export * from "./ml-input-channels";
export * from "./tags";
export * from "./trained-models";
