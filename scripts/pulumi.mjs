/** `npm run pulumi -- ARGS`: the CLI that set-up found, on the quick start's stack. What the user has set in the environment wins. */
import { checkout, quickStartFolder } from "./set-up/folders.mjs";
import { setUp } from "./set-up/index.mjs";
import { createStack, quickStartEnvironment, STACK, withQuickStartService } from "./set-up/quick-start.mjs";
import { handOver } from "./set-up/run.mjs";
import { runScript, say } from "./set-up/say.mjs";

/** The commands that run the program or its provider, and so call the service. */
const CALLS_THE_SERVICE = new Set(["up", "update", "preview", "pre", "refresh", "destroy", "down", "dn", "import", "watch"]);

/** The stack that the arguments name. */
function stackIn(args) {
  const at = args.findIndex((arg) => /^(-s|--stack)(=|$)/.test(arg));
  return at < 0 ? undefined : (args[at].split("=")[1] ?? args[at + 1]);
}

await runScript(async () => {
  const { cli } = await setUp();
  const args = process.argv.slice(2);
  const folder = quickStartFolder();
  const defaults = quickStartEnvironment(folder);
  const overridden = [...Object.keys(defaults), "AWS_PROFILE"].filter((name) => process.env[name] !== undefined);
  if (overridden.length > 0) say(`From your environment, not the quick start's: ${overridden.join(", ")}.`);

  const ours = !process.env.PULUMI_BACKEND_URL && (stackIn(args) ?? process.env.PULUMI_STACK ?? STACK) === STACK;
  if (ours) await createStack(cli, checkout, folder);
  // Another stack's settings are where Pulumi itself keeps them.
  else delete defaults.PULUMI_OPTION_CONFIG_FILE;

  const run = (service = {}) => handOver(cli, args, { cwd: checkout, env: { ...defaults, ...service, ...process.env } });
  const usersService = process.env.AWS_ENDPOINT_URL_CLEANROOMSML !== undefined;
  return usersService || !args.some((arg) => CALLS_THE_SERVICE.has(arg)) ? run() : withQuickStartService(checkout, run);
});
