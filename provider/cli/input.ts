import { readFile } from "node:fs/promises";
import { UsageError } from "./command";
import { inWords } from "./words";

/** Nothing could be read. */
class InputError extends Error {
  override readonly name = "InputError" as const;
}

/** The text of a file, or of the standard input for `-`. */
export async function textIn(file: string): Promise<string> {
  if (file === "-" && process.stdin.isTTY) throw new UsageError("there is nothing on the standard input");
  try {
    return decoded(await (file === "-" ? standardInput() : readFile(file)));
  } catch (error) {
    throw new InputError(`cannot read ${file === "-" ? "the standard input" : file}: ${inWords(error)}`, { cause: error });
  }
}

/** As a stream: a pipe may have nothing to read yet, which is not its end. */
async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** PowerShell's `>` writes UTF-16. */
function decoded(bytes: Buffer): string {
  const mark = bytes.toString("hex", 0, 2);
  return new TextDecoder(mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8").decode(bytes);
}
