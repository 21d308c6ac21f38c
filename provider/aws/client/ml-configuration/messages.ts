import type * as shapes from "../../../service/shapes";
import type { Sending } from "../sending";

/** What goes out and what comes back, by operation on the ML configuration of a membership. */
export interface MLConfigurationMessages {
  PutMLConfiguration: [shapes.PutMLConfigurationRequest, object];
  GetMLConfiguration: [shapes.GetMLConfigurationRequest, shapes.GetMLConfigurationResponse];
  DeleteMLConfiguration: [shapes.DeleteMLConfigurationRequest, object];
}

export const mlConfigurationSending: Record<keyof MLConfigurationMessages, Sending> = {
  PutMLConfiguration: "repeated",
  GetMLConfiguration: "repeated",
  DeleteMLConfiguration: "repeated",
};
