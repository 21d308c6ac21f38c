import type { Readings } from "../../../provider/emulator";
import type { Bench } from "../harness";

/** A life in short, as words that a reading changes. */
type Probe = (b: Bench) => Promise<string>;

/** What each answer to a question changes. */
export type Effects<Names extends keyof Readings> = {
  [N in Names]: { probe: Probe; seen: Record<Readings[N], string> };
};

export const outcome = ({ status, errorType }: { status: number; errorType: string | undefined }): string =>
  errorType ?? String(status);
