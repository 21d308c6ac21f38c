/** The quick start's stack: where it is kept, and with which environment Pulumi finds it. */
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { quickStartFolder } from "./folders.mjs";
import { withLock } from "./lock.mjs";
import { capture } from "./run.mjs";
import { SetUpError } from "./say.mjs";
import { withService } from "./service.mjs";

/** The name of the stack. */
export const STACK = "quickstart";
const TRAINING_SECONDS = 3;
const ENDPOINT = "AWS_ENDPOINT_URL_CLEANROOMSML";

/**
 * The environment in which every Pulumi command meets the quick start's own stack, and no file of it comes into the checkout: the passphrase's
 * salt, which Pulumi keeps beside Pulumi.yaml, is in a file of the cache too.
 *
 * @param {string} folder the quick start's
 */
export function quickStartEnvironment(folder) {
  return {
    PULUMI_HOME: path.join(folder, "home"),
    PULUMI_BACKEND_URL: pathToFileURL(path.join(folder, "state")).href,
    PULUMI_CONFIG_PASSPHRASE: "quickstart",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_STACK: STACK,
    PULUMI_OPTION_CONFIG_FILE: path.join(folder, "project", `Pulumi.${STACK}.yaml`),
    // The type check is the compiler's and the editor's: at each run it costs seconds.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/**
 * An environment without the variables that point Pulumi or AWS at anything of the user's.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function withoutTheUsersOwn(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(PULUMI|AWS)_/.test(name)));
}

/**
 * Creates the quick start's stack where it is not there, or no more. It is created from a copy of the project file in the cache, as Pulumi writes the
 * stack's settings beside that file, wherever it is told to read them from.
 *
 * @param {string} cli
 * @param {string} checkout
 * @param {string} folder the quick start's
 */
export async function createStack(cli, checkout, folder) {
  const project = path.join(folder, "project");
  mkdirSync(project, { recursive: true });
  mkdirSync(path.join(folder, "state"), { recursive: true });
  copyFileSync(path.join(checkout, "Pulumi.yaml"), path.join(project, "Pulumi.yaml"));
  const env = { ...withoutTheUsersOwn(process.env), ...quickStartEnvironment(folder) };
  const args = ["stack", "select", "--create", STACK, "--cwd", project, "--non-interactive"];
  const { code, output } = await withLock(path.join(folder, "stack-lock"), () => capture(cli, args, { env }));
  if (code !== 0) throw new SetUpError(`Pulumi could not create the stack:\n${output.trim()}`);
}

/**
 * Runs some work with the embedded service of this checkout's quick start, one piece of it at a time.
 *
 * @param {string} checkout
 * @param {(env: NodeJS.ProcessEnv) => Promise<number>} work told the variables that lead to the service
 */
export function withQuickStartService(checkout, work) {
  const folder = quickStartFolder(checkout);
  const options = { checkout, data: path.join(folder, "service.json"), trainingSeconds: TRAINING_SECONDS };
  return withLock(path.join(folder, "lock"), () => withService(options, (address) => work({ [ENDPOINT]: address })));
}
