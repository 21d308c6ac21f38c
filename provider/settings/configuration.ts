import type { CheckSettings } from "../core/check/check";
import type { Issue } from "../core/check/issues";
import type { Engine } from "../core/run/ports";
import type { RunSettings } from "../core/run/settings";
import type { Values } from "../core/values/pick";
import { messageOf } from "../utils/thrown";
import { awsKeysLeftAside } from "./aws-keys";
import { connectionOf, flagsOf, setVariables } from "./connection";
import { requireKnownKeys } from "./own-keys";
import { type GetConfig, readInstanceHoursLimit, readSettings, SettingError, type Settings } from "./settings";

/** The configuration as a host got it. */
export interface Configured {
  get: GetConfig;
  /** All of it, as the host keeps it. */
  all?: unknown;
}

/** What the configuration says, read anew with each question: a host may be told it late, and a setting that is wrong is told to whoever needs it. */
export class Configuration implements RunSettings {
  /** What the host was told last. */
  configured: Configured = { get: () => undefined };

  readonly #said = new Set<string>();

  constructor(readonly engine: Engine) {}

  /** How the service is called. */
  connection() {
    return connectionOf(this.#settings(), (severity, message) => this.#logOnce(severity, message));
  }

  ofCalls() {
    const settings = this.#settings();
    return { flags: flagsOf(settings), maxConcurrentTrainings: settings.maxConcurrentTrainings };
  }

  async ofCheck(inputs: Values, isToCome: boolean): Promise<{ settings: CheckSettings; issues: Issue[] }> {
    let found: Settings;
    try {
      requireKnownKeys(this.configured.all, process.env.PULUMI_NODEJS_PROJECT);
      found = this.#settings();
    } catch (error) {
      if (!(error instanceof SettingError)) throw error;
      return { settings: {}, issues: [issueOf(error)] };
    }
    this.#warnOfKeysLeftAside();
    const { defaultTags, ignoredTags, skipRegionValidation } = found;
    const region = found.region ?? (isToCome && inputs.region === undefined ? await regionOfProfile(found) : undefined);
    return { settings: { defaultTags, ignoredTags, skipRegionValidation, region, isToCome }, issues: [] };
  }

  instanceHoursLimit(): { limit?: number | undefined; issues: Issue[] } {
    try {
      return { limit: readInstanceHoursLimit(this.configured.get), issues: [] };
    } catch (error) {
      return { issues: [issueOf(error)] };
    }
  }

  #settings(): Settings {
    return readSettings(this.configured.get, process.env);
  }

  #warnOfKeysLeftAside(): void {
    const keys = awsKeysLeftAside(this.configured.get);
    if (keys.length === 0) return;
    const names = keys.map((key) => `\`${key}\``).join(", ");
    const why = "not obeyed when Clean Rooms ML is called; the documents of pulumi-cleanroomsml say why";
    this.#logOnce("warning", `${names}: ${why}`);
  }

  /** A line of the whole stack, e.g. which client is used: each is said once. */
  #logOnce(severity: "debug" | "warning", message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.engine.log(severity, "", message);
  }
}

function issueOf(error: unknown): Issue {
  return { path: "", code: "setting", message: messageOf(error) };
}

/** Only a file says it, which AWS's own code reads: it is loaded for those alone who have set the region nowhere else. */
async function regionOfProfile(settings: Settings): Promise<string | undefined> {
  setVariables(settings);
  const { configuredRegion } = require("../aws/connection/place") as typeof import("../aws/connection/place");
  return configuredRegion(settings.profile);
}
