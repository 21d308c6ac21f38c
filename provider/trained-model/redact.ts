import { joinPath } from "../service/violations";
import { covers } from "./inputs";
import { isRecord } from "./unknown";

/** Shorter values are no secrets worth the harm of blanking them everywhere. */
const SHORTEST = 3;

/** The texts at the secret places of some inputs, the longest first. */
export function secretTexts(inputs: object, secrets: readonly string[]): string[] {
  const texts = new Set<string>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`);
    else if (isRecord(value)) for (const [key, item] of Object.entries(value)) visit(item, joinPath(path, key));
    else if (covers(secrets, path) && String(value).length >= SHORTEST) {
      texts.add(String(value));
      // As a service repeats it that quotes what it was sent.
      texts.add(JSON.stringify(String(value)).slice(1, -1));
    }
  };
  for (const [key, value] of Object.entries(inputs)) if (!key.startsWith("__")) visit(value, key);
  return [...texts].sort((a, b) => b.length - a.length);
}

/** `text` without any of the secrets, wherever the service or a container may have repeated one. */
export function redacted(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
}
