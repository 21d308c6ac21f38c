import { handlersOf, type ResourceType } from "../../provider/handlers";
import type { Run } from "../../provider/handlers/run";
import { byHost } from "../engine/host";
import { type HostedHandlers, handlersOverMessages } from "../plugin/over-messages";

/** The handlers of a run, over the plugin where these tests are. */
export function hostedHandlersOf(run: Run): Record<ResourceType, HostedHandlers> {
  return byHost({ dynamic: handlersOf, plugin: handlersOverMessages })(run);
}
