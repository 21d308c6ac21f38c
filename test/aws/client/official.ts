import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixtures } from "../../folders";

const clients = join(fixtures, "official-clients");
const folders: string[] = [];

/** A folder in which a stand-in of that name is installed as `@aws-sdk/client-cleanroomsml`. */
export function installed(name?: "current" | "too-old" | "unusable"): string {
  const folder = mkdtempSync(join(tmpdir(), "official-client-"));
  folders.push(folder);
  if (name) {
    const scope = join(folder, "node_modules", "@aws-sdk");
    mkdirSync(scope, { recursive: true });
    cpSync(join(clients, name), join(scope, "client-cleanroomsml"), { recursive: true });
  }
  return folder;
}

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
