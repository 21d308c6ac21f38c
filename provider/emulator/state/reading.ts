/** An open question about the service: the possible answers, the default, and why it is the default. */
export interface Reading<V extends string> {
  values: readonly V[];
  default: V;
  doc: string;
}

/** An open question, with its answers. */
export const reading = <const V extends string>(values: readonly V[], preferred: NoInfer<V>, doc: string): Reading<V> => ({
  values,
  default: preferred,
  doc,
});
