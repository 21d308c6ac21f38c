/** Where the settings have an input of a provider. */
export interface ProviderKey {
  key: string;
  /** What is no text is kept as JSON. */
  isJson?: true;
}

/** Under which key the host finds an input; bare keys it reads as the project's. What is no text is kept as JSON. */
export const providerKeys = {
  region: { key: "cleanroomsml:region" },
  profile: { key: "cleanroomsml:profile" },
  assumeRoles: { key: "cleanroomsml:assumeRoles", isJson: true },
  assumeRoleWithWebIdentity: { key: "cleanroomsml:assumeRoleWithWebIdentity", isJson: true },
  allowedAccountIds: { key: "aws:allowedAccountIds", isJson: true },
  forbiddenAccountIds: { key: "aws:forbiddenAccountIds", isJson: true },
  endpoint: { key: "cleanroomsml:endpoint" },
  stsEndpoint: { key: "cleanroomsml:stsEndpoint" },
  stsRegion: { key: "aws:stsRegion" },
  useFipsEndpoint: { key: "aws:useFipsEndpoint", isJson: true },
  useDualstackEndpoint: { key: "aws:useDualstackEndpoint", isJson: true },
  httpProxy: { key: "aws:httpProxy" },
  httpsProxy: { key: "aws:httpsProxy" },
  noProxy: { key: "aws:noProxy" },
  customCaBundle: { key: "aws:customCaBundle" },
  maxRetries: { key: "aws:maxRetries", isJson: true },
  skipRegionValidation: { key: "aws:skipRegionValidation", isJson: true },
  defaultTags: { key: "aws:defaultTags", isJson: true },
} as const satisfies Record<string, ProviderKey>;
