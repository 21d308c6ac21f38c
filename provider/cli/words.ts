import { fullText } from "../core/errors/full-text";
import { ofCommand } from "../core/errors/reader";
import { codeOf } from "../utils/thrown";

/** What the system's codes mean to who runs a command. */
const meanings: Record<string, string> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of its path is no folder",
  EISDIR: "it is a folder",
  EACCES: "this user may not",
  EPERM: "this user may not",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left",
  EADDRINUSE: "it is in use",
};

/** An error as a person reads it: no code alone, and no stack. */
export function inWords(error: unknown): string {
  const code = codeOf(error);
  const meaning = code === undefined ? undefined : meanings[code];
  return meaning ?? fullText(error, ofCommand);
}
