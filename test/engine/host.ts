/** Who answers in these runs: Pulumi's dynamic host, or the provider plugin. */
export const host = process.env.CLEANROOMSML_TEST_HOST === "plugin" ? "plugin" : "dynamic";

/** What the two show differently; anything else is the same. */
export function byHost<T>(shown: { dynamic: T; plugin: T }): T {
  return shown[host];
}
