/** `npm run pulumi -- ARGS`: the CLI that set-up found, on the quick start's stack. What the user has set in the environment wins. */
import { checkout, quickStartFolder } from "./set-up/folders.mjs";
import { setUp } from "./set-up/index.mjs";
import { createStack, quickStartEnvironment, withQuickStartService } from "./set-up/quick-start.mjs";
import { handOver } from "./set-up/run.mjs";
import { runScript, say } from "./set-up/say.mjs";

/** The commands that run the program or its provider, and so call the service. */
const CALLS_THE_SERVICE = new Set(["up", "update", "preview", "pre", "refresh", "destroy", "down", "dn", "import", "watch"]);

await runScript(async () => {
  const { cli } = await setUp();
  const args = process.argv.slice(2);
  const folder = quickStartFolder();
  const defaults = quickStartEnvironment(folder);
  const users = Object.keys(process.env).filter((name) => /^(PULUMI|AWS)_/.test(name) && name !== "PULUMI_TEST_CLI_BIN");
  if (users.length > 0) say(`From your environment, not the quick start's: ${users.join(", ")}.`);
  if (!process.env.PULUMI_BACKEND_URL) await createStack(cli, checkout, folder);

  const run = (service = {}) => handOver(cli, args, { cwd: checkout, env: { ...defaults, ...service, ...process.env } });
  const usersService = process.env.AWS_ENDPOINT_URL_CLEANROOMSML !== undefined;
  return usersService || !args.some((arg) => CALLS_THE_SERVICE.has(arg)) ? run() : withQuickStartService(checkout, run);
});
