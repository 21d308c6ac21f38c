/**
 * The provider plugin `cleanroomsml`: Pulumi's engine starts it, reads its port from the first line that it prints, and asks it over
 * gRPC. It serves every language of Pulumi, over the handlers that the dynamic host has.
 */
import { setMaxListeners } from "node:events";
import { engineAddress, engineAt } from "../process/engine";
import { runOf } from "../process/run";
import { watchEngine } from "../process/watch-engine";
import { Configuration } from "../settings/configuration";
import { messageOf } from "../utils/thrown";
import { Components } from "./components";
import { ProviderConfig } from "./configuration";
import { Facts } from "./facts";
import { requireOfPulumi } from "./pulumi";
import { resourcesOf } from "./resources";
import { listen } from "./server";
import { serviceOf } from "./service";

const controller = new AbortController();
// Every wait of the stack listens to it; Node takes more than ten listeners for a leak.
setMaxListeners(0, controller.signal);
const address = engineAddress();
watchEngine(address, controller);

const engine = engineAt(address, requireOfPulumi);
const settings: Configuration = new Configuration({
  ...engine,
  status: (urn, text) => engine.status(urn, config.blanked(text)),
  log: (severity, urn, text) => engine.log(severity, urn, config.blanked(text)),
});
const run = runOf(settings.engine, settings, controller.signal);
const config = new ProviderConfig(settings);
const facts = new Facts();
const components = new Components(address ?? "", config, run);
const service = serviceOf({
  resources: resourcesOf(run),
  config,
  components,
  facts,
  cancel: () => controller.abort(new Error("interrupted")),
});

// Thrown by the SDK as it registers what a component holds.
process.on("unhandledRejection", (error) => components.fail(error));

listen(service).then(
  (port) => process.stdout.write(`${port}\n`),
  (error: unknown) => {
    process.stderr.write(`the provider plugin cleanroomsml cannot listen on this machine: ${messageOf(error)}\n`);
    process.exit(1);
  },
);
