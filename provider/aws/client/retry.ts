import { getRetryPlugin, StandardRetryStrategy } from "@smithy/core/retry";
import type { RetryErrorInfo, StandardRetryToken } from "@smithy/types";
import type { Plugins } from "./command";
import type { ResolvedConfig } from "./runtime";

/**
 * Repeats a request that was throttled, and nothing else.
 *
 * CreateTrainedModel has no client token: after a 5xx, a dropped connection or a time-out nobody knows whether a paid training
 * has started. The SDK's own strategy would send it again; a throttled request was certainly not acted on.
 */
class OnlyThrottledRetryStrategy extends StandardRetryStrategy {
  override async refreshRetryTokenForRetry(token: StandardRetryToken, info: RetryErrorInfo): Promise<StandardRetryToken> {
    if (info.errorType !== "THROTTLING") throw new Error("only a throttled request is repeated");
    return super.refreshRetryTokenForRetry(token, info);
  }
}

/** One strategy for each client (by its config), instead of the client's own: all its creates share a retry quota. */
const strategies = new WeakMap<ResolvedConfig, OnlyThrottledRetryStrategy>();

/** Of a command that must not be sent twice. */
export const retryOnlyThrottled: Plugins = (config) => {
  const strategy = strategies.get(config) ?? new OnlyThrottledRetryStrategy(config.maxAttempts);
  strategies.set(config, strategy);
  return [getRetryPlugin({ ...config, retryStrategy: async () => strategy })];
};
