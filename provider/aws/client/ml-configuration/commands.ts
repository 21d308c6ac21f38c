import { commandsOf } from "../command";
import type { MLConfigurationMessages } from "./messages";
import { mlConfigurationOperations } from "./schemas";

const of = commandsOf<MLConfigurationMessages>(mlConfigurationOperations);

/** Makes the configuration of a membership, or takes the place of the one that is there. */
export class PutMLConfigurationCommand extends of("PutMLConfiguration") {}

/** The configuration of a membership. */
export class GetMLConfigurationCommand extends of("GetMLConfiguration") {}

/** Takes the configuration of a membership away. */
export class DeleteMLConfigurationCommand extends of("DeleteMLConfiguration") {}
