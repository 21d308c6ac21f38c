import { Command } from "@smithy/core/client";
import { getEndpointPlugin } from "@smithy/core/endpoints";
import type { MetadataBearer, Pluggable, Command as SdkCommand, StaticOperationSchema } from "@smithy/types";
import { endpointParameters } from "../connection/endpoint";
import type { ResolvedConfig } from "./runtime";

/** What a command adds to the client's own ways. */
export type Plugins = (config: ResolvedConfig) => Pluggable<object, MetadataBearer>[];

/** The class of a command, as far as it is used. */
type CommandClass<Input extends object, Output extends object> = new (
  input: Input,
) => SdkCommand<object, Input, MetadataBearer, Output & MetadataBearer, ResolvedConfig>;

/** What makes the commands of a resource, by its schemas; `Messages` says what each takes and gives. */
export function commandsOf<Messages extends { [Name in keyof Messages]: [object, object] }>(
  schemas: Record<keyof Messages, StaticOperationSchema>,
) {
  return <Name extends keyof Messages>(name: Name, plugins?: Plugins) =>
    command<Messages[Name][0], Messages[Name][1]>(schemas[name], plugins);
}

/** The class of an operation's command; it is named as in AWS's client. */
function command<Input extends object, Output extends object>(
  schema: StaticOperationSchema,
  plugins: Plugins = () => [],
): CommandClass<Input, Output> {
  const [, , name] = schema;
  return Command.classBuilder<Input, Output & MetadataBearer, ResolvedConfig, object, MetadataBearer>()
    .ep(endpointParameters)
    .m((_class, _stack, config: ResolvedConfig) => [getEndpointPlugin(config, endpointParameters), ...plugins(config)])
    .s("CleanRoomsML", name, {})
    .n("CleanRoomsMLClient", `${name}Command`)
    .sc(schema)
    .build();
}
