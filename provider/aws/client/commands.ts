import { Command } from "@smithy/core/client";
import { getEndpointPlugin } from "@smithy/core/endpoints";
import { getRetryPlugin } from "@smithy/core/retry";
import type { MetadataBearer, Pluggable } from "@smithy/types";
import type * as shapes from "../../service/shapes";
import { OnlyThrottledRetryStrategy } from "./retry";
import type { ResolvedConfig } from "./runtime";
import { operations } from "./schemas";

const endpointParameters = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" },
} as const;

type Plugins = (config: ResolvedConfig) => Pluggable<object, MetadataBearer>[];

function command<I extends object, O extends object>(name: keyof typeof operations, plugins: Plugins = () => []) {
  return Command.classBuilder<I, O & MetadataBearer, ResolvedConfig, object, MetadataBearer>()
    .ep(endpointParameters)
    .m((_class, _stack, config: ResolvedConfig) => [getEndpointPlugin(config, endpointParameters), ...plugins(config)])
    .s("CleanRoomsML", name, {})
    .n("CleanRoomsMLClient", `${name}Command`)
    .sc(operations[name])
    .build();
}

/** One strategy for each client (by its config), instead of the client's own: all its creates share a retry quota. */
const onlyThrottled = new WeakMap<ResolvedConfig, OnlyThrottledRetryStrategy>();
const retryOnlyThrottled: Plugins = (config) => {
  const strategy = onlyThrottled.get(config) ?? new OnlyThrottledRetryStrategy(config.maxAttempts);
  onlyThrottled.set(config, strategy);
  return [getRetryPlugin({ ...config, retryStrategy: async () => strategy })];
};

/** Starts a training. Repeated only when it was throttled. */
export class CreateTrainedModelCommand extends command<shapes.CreateTrainedModelRequest, shapes.CreateTrainedModelResponse>(
  "CreateTrainedModel",
  retryOnlyThrottled,
) {}

/** Without a version, the latest. */
export class GetTrainedModelCommand extends command<shapes.GetTrainedModelRequest, shapes.GetTrainedModelResponse>(
  "GetTrainedModel",
) {}

/** One page of a membership's models. */
export class ListTrainedModelsCommand extends command<shapes.ListTrainedModelsRequest, shapes.ListTrainedModelsResponse>(
  "ListTrainedModels",
) {}

/** One page of a model's versions. */
export class ListTrainedModelVersionsCommand extends command<
  shapes.ListTrainedModelVersionsRequest,
  shapes.ListTrainedModelVersionsResponse
>("ListTrainedModelVersions") {}

/** Without a version, the base. */
export class CancelTrainedModelCommand extends command<shapes.CancelTrainedModelRequest, object>("CancelTrainedModel") {}

/** Without a version, the base. */
export class DeleteTrainedModelOutputCommand extends command<shapes.DeleteTrainedModelOutputRequest, object>(
  "DeleteTrainedModelOutput",
) {}

/** Adds tags and changes the values of those that are there. */
export class TagResourceCommand extends command<shapes.TagResourceRequest, object>("TagResource") {}

/** Removes tags by their keys. */
export class UntagResourceCommand extends command<shapes.UntagResourceRequest, object>("UntagResource") {}

/** The tags of a resource. */
export class ListTagsForResourceCommand extends command<shapes.ListTagsForResourceRequest, shapes.ListTagsForResourceResponse>(
  "ListTagsForResource",
) {}
