/** `npm start`: sets everything up and runs the quick start, against the embedded service and never against AWS. */
import { checkout, quickStartFolder } from "./set-up/folders.mjs";
import { setUp } from "./set-up/index.mjs";
import { createStack, quickStartEnvironment, withoutTheUsersOwn, withQuickStartService } from "./set-up/quick-start.mjs";
import { handOver } from "./set-up/run.mjs";
import { runScript } from "./set-up/say.mjs";

await runScript(async () => {
  const { cli } = await setUp();
  const folder = quickStartFolder();
  await createStack(cli, checkout, folder);
  return withQuickStartService(checkout, (service) => {
    const env = { ...withoutTheUsersOwn(process.env), ...quickStartEnvironment(folder), ...service };
    return handOver(cli, ["up", "--yes", "--skip-preview"], { cwd: checkout, env });
  });
});
