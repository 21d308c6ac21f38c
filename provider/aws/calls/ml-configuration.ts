import type { MLConfigurationOperations } from "../../service/operations";
import type { CallOperation } from "./call";

/** The operations on the ML configuration of a membership. */
export function callsOfMLConfiguration(call: CallOperation): MLConfigurationOperations {
  return {
    putMLConfiguration: async (request, signal) => void (await call("PutMLConfiguration", request, signal)),
    getMLConfiguration: (request, signal) => call("GetMLConfiguration", request, signal, "defaultOutputLocation"),
    deleteMLConfiguration: async (request, signal) => void (await call("DeleteMLConfiguration", request, signal)),
  };
}
