/** A base model has no version; the service may say so by absence, by null, or by the string "NULL". */
const isBase = (version: unknown) => version === undefined || version === null || version === "" || version === "NULL";

interface Versioned {
  versionIdentifier?: string | undefined;
}

interface Trained extends Versioned {
  incrementalTrainingDataChannels?: Versioned[] | undefined;
}

/** The answer with the version of a base left out, its own and those of the models it was trained on; and without the SDK's metadata. */
export function withoutBaseVersion<T extends Trained>(answer: T): T {
  const clean = withoutBase(answer);
  Reflect.deleteProperty(clean, "$metadata");
  if (clean.incrementalTrainingDataChannels === undefined) return clean;
  return { ...clean, incrementalTrainingDataChannels: clean.incrementalTrainingDataChannels.map(withoutBase) };
}

/** A copy. */
function withoutBase<T extends Versioned>(value: T): T {
  const copy = { ...value };
  if (isBase(copy.versionIdentifier)) Reflect.deleteProperty(copy, "versionIdentifier");
  return copy;
}
