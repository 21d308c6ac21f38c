import { isDeepStrictEqual } from "node:util";
import type {
  CheckRequest,
  CheckResponse,
  ConfigureRequest,
  ConfigureResponse,
  DiffRequest,
  DiffResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { nearest } from "../core/check/nearest";
import { providerKeys } from "../core/run/provider-keys";
import { leavesOf } from "../core/values/leaves";
import { covers, joinPath } from "../core/values/paths";
import type { Values } from "../core/values/pick";
import { redacted, secretTexts } from "../core/values/redact";
import { isUnknown } from "../core/values/unknown";
import { partsOfUrn } from "../core/values/urns";
import type { Configuration } from "../settings/configuration";
import type { GetConfig } from "../settings/setting-values";
import { readInstanceHoursLimit, readSettings } from "../settings/settings";
import { unseenKeys } from "../settings/unseen-keys";
import { isRecord } from "../utils/guards";
import { messageOf } from "../utils/thrown";
import { failed } from "./errors";
import { keysInFiles } from "./files-of-stack";
import { inOwnWords, settingKeys } from "./own-words";
import { messages } from "./pulumi";
import { type Decoded, decoded, encoded } from "./values";

/** What the engine itself puts among them. */
const ofPulumi: readonly string[] = ["version", "pluginDownloadURL"];

/** The questions about the provider itself. */
export class ProviderConfig {
  /** The provider as its children name it, once the engine told: `URN::ID`. */
  reference: string | undefined;

  /** Its URN alone. */
  #urn = "";
  #secretTexts: readonly string[] = [];
  #decoded: Pick<Decoded, "values" | "secrets"> = { values: {}, secrets: [] };

  constructor(readonly settings: Configuration) {}

  async check(call: CheckRequest): Promise<CheckResponse> {
    const { values, secrets } = decoded(call.getNews());
    const response = new messages.CheckResponse();
    response.setInputs(encoded(values, secrets));
    const problems = [...problemsOf(values), ...missingOf(call.getUrn(), keysInFiles(call.getUrn()), values)];
    response.setFailuresList(
      problems.map((reason) => {
        const failure = new messages.CheckFailure();
        failure.setReason(reason);
        return failure;
      }),
    );
    return response;
  }

  /** Never a replacement: everything that the provider has would be made anew. */
  async diff(call: DiffRequest): Promise<DiffResponse> {
    const { DiffResponse } = messages;
    const [olds, news] = [decoded(call.getOlds()).values, decoded(call.getNews()).values];
    const changed = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter(
      (key) => !ofPulumi.includes(key) && !isDeepStrictEqual(meant(olds[key]), meant(news[key])),
    );
    const response = new DiffResponse();
    response.setChanges(changed.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE);
    response.setDiffsList(changed);
    return response;
  }

  async configure(call: ConfigureRequest): Promise<ConfigureResponse> {
    this.#decoded = decoded(call.getArgs());
    const { values, secrets } = this.#decoded;
    this.#secretTexts = secretTexts(
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, meant(value)])),
      secrets,
    );
    this.settings.configured = { get: getterOf(values) };
    this.#urn = call.getUrn() ?? "";
    if (call.hasUrn() && call.hasId()) this.reference = `${call.getUrn()}::${call.getId()}`;
    const response = new messages.ConfigureResponse();
    response.setAcceptsecrets(true);
    response.setAcceptoutputs(true);
    response.setSupportspreview(true);
    return response;
  }

  /** A text without the secrets that the provider was given, e.g. the name of a profile. */
  blanked(text: string): string {
    return redacted(text, this.#secretTexts);
  }

  /** Paths of tags that are secret because the stack's own are, and the program's are not in their place. */
  secretTags(tags: unknown): string[] {
    const { defaultTags } = this.#decoded.values;
    const all = typeof defaultTags === "string" ? parsed(defaultTags) : defaultTags;
    return Object.keys(isRecord(all) ? all : {})
      .filter((key) => covers(this.#decoded.secrets, joinPath("defaultTags", key)) && !(isRecord(tags) && key in tags))
      .map((key) => joinPath("tags", key));
  }

  /** Refuses to go on where the stack says something to `@pulumi/aws` that the plugin was not told. */
  requireOwnKeys(keys: Values): void {
    const missing = missingOf(this.#urn, keys, this.#decoded.values);
    if (missing.length > 0) throw failed(missing.join("\n"));
  }
}

/** A provider of the program's own says all that it needs; the one that a package has without it is what the stack says. */
function missingOf(urn: string, keys: Values, inputs: Values): string[] {
  return /^default(_|$)/.test(partsOfUrn(urn).name) ? unseenKeys(keys, inputs, process.env) : [];
}

/** What is wrong with the inputs of a provider, in words. */
function problemsOf(values: Values): string[] {
  const unknownKeys = Object.keys(values).filter((name) => !(name in settingKeys) && !ofPulumi.includes(name));
  if (unknownKeys.length > 0) return unknownKeys.map(unknownKey);
  const get = getterOf(Object.fromEntries(Object.entries(values).filter(([, value]) => isWhole(value))));
  try {
    readSettings(get, process.env);
    readInstanceHoursLimit(get);
    return [];
  } catch (error) {
    return [inOwnWords(messageOf(error))];
  }
}

/** A structure that waits for a resource of the same program, e.g. for the ARN of a role, is judged when it is there. */
function isWhole(value: unknown): boolean {
  return [...leavesOf({ value })].every(([, leaf]) => !isUnknown(leaf.value));
}

function unknownKey(name: string): string {
  const meant = nearest(name, Object.keys(settingKeys));
  return `the setting \`cleanroomsml:${name}\` does not exist${meant === undefined ? "" : `; did you mean \`cleanroomsml:${meant}\`?`}`;
}

function getterOf(values: Values): GetConfig {
  const names = new Map(Object.entries(settingKeys).map(([name, { key }]) => [key, name]));
  return (key) => {
    const value = values[names.get(key) ?? ""];
    if (key !== providerKeys.defaultTags.key || value === undefined || value === "") return value;
    return { tags: typeof value === "string" ? parsed(value) : value };
  };
}

/** SDKs write all that is no text as JSON, each with its own spaces; YAML writes it as it is. */
function meant(value: unknown): unknown {
  if (typeof value !== "string") return value ?? null;
  return /^(?:[[{]|true$|false$|-?\d+(?:\.\d+)?$)/.test(value) ? parsed(value) : value;
}

/** What is no JSON stays as it is, for the rules to name. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
