/** What a schema of a client module can be, as far as its members matter: the notation of the SDK's generated clients. */
type SchemaRef = unknown;

const STRUCTURE = 3;
const LIST = 1;
const MAP = 2;

/**
 * The path of every member that a structure schema knows, nested ones included (`dataChannels.channelName`).
 * Empty for what is no structure: a client too old to have schemas, or one of another kind.
 */
export function memberPaths(schema: SchemaRef, prefix = ""): string[] {
  const target: SchemaRef = typeof schema === "function" ? schema() : schema;
  if (!Array.isArray(target)) return [];
  // A reference with the member's own traits.
  if (target.length === 2) return memberPaths(target[0], prefix);
  const [kind, , , , first, second]: SchemaRef[] = target;
  if (kind === LIST) return memberPaths(first, prefix);
  if (kind === MAP) return memberPaths(second, prefix);
  if (kind !== STRUCTURE || !Array.isArray(first) || !Array.isArray(second)) return [];
  return first.flatMap((name: string, i) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    return [path, ...memberPaths(second[i], path)];
  });
}
