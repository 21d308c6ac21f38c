/** The files of a release of botocore, which holds AWS's models and its list of regions. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The release that the extracts are made from. */
export const BOTOCORE = "1.44.5";

/**
 * The uncompressed bytes of one of its data files.
 *
 * @param {string} version
 * @param {string} name as it lies in the wheel, e.g. `botocore/data/partitions.json`
 * @returns {Buffer}
 */
export function botocoreFile(version, name) {
  const folder = mkdtempSync(join(tmpdir(), "botocore-"));
  try {
    const pip = ["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--dest", folder];
    execFileSync("python3", [...pip, `botocore==${version}`], { stdio: ["ignore", "ignore", "inherit"] });
    const wheel = readdirSync(folder).find((file) => file.endsWith(".whl"));
    if (!wheel) throw new Error(`pip brought no wheel of botocore ${version}`);
    const unzip = [
      "import gzip, sys, zipfile",
      "data = zipfile.ZipFile(sys.argv[1]).read(sys.argv[2])",
      "sys.stdout.buffer.write(gzip.decompress(data) if sys.argv[2].endswith('.gz') else data)",
    ].join("\n");
    return execFileSync("python3", ["-c", unzip, join(folder, wheel), name], { maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
