export { joinPath } from "../../utils/join-path";

/** Whether `path` or a place above or below it is listed. */
export function touches(paths: readonly string[], path: string): boolean {
  return paths.some((listed) => listed === path || isBelow(path, listed) || isBelow(listed, path));
}

/** Whether `path` or a place above it is listed. */
export function covers(paths: readonly string[], path: string): boolean {
  return paths.some((listed) => listed === path || isBelow(path, listed));
}

/** The list element that a path lies in: `dataChannels[2]` of `dataChannels[2].channelName`. */
export function elementOf(path: string): string | undefined {
  return /^[A-Za-z]+\[\d+\]/.exec(path)?.[0];
}

function isBelow(path: string, ancestor: string): boolean {
  return path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`);
}
