/** The first version has no identifier; the service may say so by absence, by null, or by the string "NULL". */
const isFirst = (version: unknown) => version === undefined || version === null || version === "" || version === "NULL";

interface Versioned {
  versionIdentifier?: string | undefined;
}

interface Trained extends Versioned {
  incrementalTrainingDataChannels?: Versioned[] | undefined;
}

/** The answer with the identifier of a first version left out, its own and those of its source models; and without the SDK's metadata. */
export function withoutFirstVersion<T extends Trained>(answer: T): T {
  const clean = withoutIdentifier(answer);
  Reflect.deleteProperty(clean, "$metadata");
  if (clean.incrementalTrainingDataChannels === undefined) return clean;
  return { ...clean, incrementalTrainingDataChannels: clean.incrementalTrainingDataChannels.map(withoutIdentifier) };
}

/** A copy. */
function withoutIdentifier<T extends Versioned>(value: T): T {
  const copy = { ...value };
  if (isFirst(copy.versionIdentifier)) Reflect.deleteProperty(copy, "versionIdentifier");
  return copy;
}
