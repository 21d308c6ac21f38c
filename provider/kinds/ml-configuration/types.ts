/** The type that the state knows the resource by, where the dynamic host serves it. */
export const configurationTypes = { mlConfiguration: "pulumi-nodejs:dynamic/cleanroomsml:MlConfiguration" } as const;

/** And where the provider plugin does. */
export const configurationPluginTypes = { mlConfiguration: "cleanroomsml:index:MlConfiguration" } as const;
