/** Texts that AWS knows today, for an editor to complete; AWS may add others. */
export type Open<Known extends string> = Known | (string & Record<never, never>);

/** Why something is in its status. */
export interface StatusDetails {
  statusCode?: string | undefined;
  message?: string | undefined;
}
