import { createHash, createHmac } from "node:crypto";

/** What a request is signed with, and every part of it that a test may want wrong. */
export interface Signing {
  accessKeyId?: string;
  secretAccessKey?: string;
  sessionToken?: string;
  region?: string;
  service?: string;
  date?: Date;
  /** The date of the credential scope, when it is not that of the request. */
  scopeDate?: string;
  signedHeaders?: string[];
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const percent = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The headers of Signature Version 4, written from AWS's description of it and from nothing else in this tree. */
export function signed(method: string, url: URL, body: string, signing: Signing = {}): Record<string, string> {
  const { accessKeyId = "test", secretAccessKey = "test", region = "eu-west-1", service = "cleanrooms-ml" } = signing;
  const amzDate = (signing.date ?? new Date()).toISOString().replace(/[-:]|\.\d+/g, "");
  const day = signing.scopeDate ?? amzDate.slice(0, 8);
  const headers: Record<string, string> = { host: url.host, "x-amz-date": amzDate };
  if (signing.sessionToken !== undefined) headers["x-amz-security-token"] = signing.sessionToken;
  const names = signing.signedHeaders ?? Object.keys(headers).sort();
  const query = [...url.searchParams]
    .map(([name, value]) => [percent(name), percent(value)])
    .sort(([a = "", x = ""], [b = "", y = ""]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map((pair) => pair.join("="))
    .join("&");
  const canonical = [
    method,
    url.pathname.split("/").map(percent).join("/"),
    query,
    ...names.map((name) => `${name}:${headers[name] ?? ""}`),
    "",
    names.join(";"),
    sha256(body),
  ].join("\n");
  const scope = [day, region, service, "aws4_request"];
  const text = ["AWS4-HMAC-SHA256", amzDate, scope.join("/"), sha256(canonical)].join("\n");
  let key: string | Buffer = `AWS4${secretAccessKey}`;
  for (const part of scope) key = hmac(key, part);
  const signature = hmac(key, text).toString("hex");
  const credential = [accessKeyId, ...scope].join("/");
  headers.authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return headers;
}
