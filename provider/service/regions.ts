import extract from "./regions.json";

/** The regions of AWS, of all its partitions. Which of them have Clean Rooms ML, nothing offline says. */
export const regions: readonly string[] = extract.regions;
