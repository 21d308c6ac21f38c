import { isRecord } from "../../utils/guards";
import { isHidden } from "../run/hidden-keys";
import { covers, joinPath } from "./paths";

/** Shorter values are no secrets worth the harm of blanking them everywhere. */
const SHORTEST = 3;

/** The texts at the secret places of some inputs, the longest first. */
export function secretTexts(inputs: object, secrets: readonly string[]): string[] {
  const texts = new Set<string>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`);
    else if (isRecord(value)) for (const [key, item] of Object.entries(value)) visit(item, joinPath(path, key));
    else if (covers(secrets, path)) for (const text of formsOf(String(value))) texts.add(text);
  };
  for (const [key, value] of Object.entries(inputs)) if (!isHidden(key)) visit(value, key);
  return [...texts].sort((a, b) => b.length - a.length);
}

/** A secret as a service may repeat it: whole, quoted as JSON, or only a line of it. */
function formsOf(secret: string): string[] {
  const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
  const forms = [secret, ...secret.split(/\r\n|\r|\n/).map((line) => line.trim())];
  return [...forms, ...forms.map(quoted)].filter((text) => text.length >= SHORTEST);
}

/** `text` without any of the secrets, wherever the service or a container may have repeated one. */
export function redacted(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
}
