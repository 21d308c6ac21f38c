import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs `work` with these variables and this ~/.aws/config, and with nothing else of AWS in the environment. */
export async function inEnvironment<T>(variables: Record<string, string>, config: string, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  // A folder of its own: the SDK keeps what it read of a file for the life of the process.
  const folder = mkdtempSync(join(tmpdir(), "aws-config-"));
  const file = join(folder, "config");
  writeFileSync(file, config);
  for (const name of Object.keys(process.env))
    if (name.startsWith("AWS_") || name === "CLEANROOMSML_CLIENT") delete process.env[name];
  Object.assign(process.env, {
    AWS_CONFIG_FILE: file,
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "credentials"),
    AWS_EC2_METADATA_DISABLED: "true",
    ...variables,
  });
  try {
    return await work();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    rmSync(folder, { recursive: true, force: true });
  }
}
