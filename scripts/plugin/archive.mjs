/** An archive that depends on its content alone: no times, no users, the files in the order of their names. */
import { gzipSync } from "node:zlib";

const BLOCK = 512;

/**
 * A file of an archive.
 *
 * @typedef {{ name: string, content: Buffer | string, isExecutable?: boolean }} Entry
 */

/**
 * A .tar.gz.
 *
 * @param {Entry[]} entries
 * @returns {Buffer}
 */
export function archiveOf(entries) {
  const sorted = [...entries].sort((one, other) => (one.name < other.name ? -1 : 1));
  const packed = gzipSync(Buffer.concat([...sorted.flatMap(blocksOf), Buffer.alloc(2 * BLOCK)]), { level: 9 });
  // The system on which it was packed: unknown (RFC 1952).
  packed[9] = 255;
  return packed;
}

/** @param {Entry} entry */
function blocksOf({ name, content, isExecutable = false }) {
  const bytes = Buffer.from(content);
  const rest = (BLOCK - (bytes.length % BLOCK)) % BLOCK;
  return [header(name, bytes.length, isExecutable ? 0o755 : 0o644), bytes, Buffer.alloc(rest)];
}

/** The fields of a header in ustar that are not zero: what, where, how long. */
function header(name, size, mode) {
  const block = Buffer.alloc(BLOCK);
  const octal = (value, at, length) => block.write(value.toString(8).padStart(length - 1, "0"), at);
  if (Buffer.byteLength(name) > 100) throw new Error(`the name is too long for an archive: ${name}`);
  block.write(name, 0);
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  block.write("        0", 148);
  block.write("ustar\x0000", 257, "latin1");
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
}
