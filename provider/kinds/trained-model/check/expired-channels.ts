import type { Advice } from "../../../core/check/issues";
import type { Replacement } from "../../../core/run/engine-run";
import { listOf } from "../../../utils/guards";

/** ML input channels last 30 days at most (CreateMLInputChannel: retentionInDays, 1 to 30). */
const LONGEST_RETENTION_DAYS = 30;

/** The channels were there before the old model: after so long, training from them again meets channels that are gone. */
export function expiredChannels({ recorded, replaces }: Replacement, now: number): Advice[] {
  const trained = typeof recorded.createTime === "string" ? Date.parse(recorded.createTime) : Number.NaN;
  const days = (now - trained) / 86_400_000;
  const kept = listOf(recorded.dataChannels).findIndex(
    (_, index) => !replaces.some((path) => path.startsWith(`dataChannels[${index}]`)),
  );
  if (!(days > LONGEST_RETENTION_DAYS) || kept < 0) return [];
  const message = `was there when the old model was trained, ${Math.floor(days)} days ago; ML input channels last ${LONGEST_RETENTION_DAYS} days at most`;
  return [{ severity: "warning", path: `dataChannels[${kept}].mlInputChannelArn`, code: "channel-expired", message }];
}
