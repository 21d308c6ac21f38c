/** A base model has no version; the service may say so by absence, by null, or by the string "NULL". */
const isBase = (version: unknown) => version === undefined || version === null || version === "" || version === "NULL";

interface Versioned {
  versionIdentifier?: string | undefined;
  incrementalTrainingDataChannels?: { versionIdentifier?: string | undefined }[] | undefined;
}

/** The answer with the version of a base left out, its own and those of the models it was trained on; and without the SDK's metadata. */
export function withoutBaseVersion<T extends Versioned>(answer: T): T {
  const { $metadata: _metadata, ...rest } = answer as T & { $metadata?: unknown };
  const clean = withoutBase(rest as T);
  if (!clean.incrementalTrainingDataChannels) return clean;
  return { ...clean, incrementalTrainingDataChannels: clean.incrementalTrainingDataChannels.map(withoutBase) };
}

function withoutBase<T extends { versionIdentifier?: string | undefined }>(value: T): T {
  if (!isBase(value.versionIdentifier)) return value;
  const { versionIdentifier: _base, ...rest } = value;
  return rest as T;
}
