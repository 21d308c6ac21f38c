import { createHash, createHmac } from "node:crypto";

/** What a signature is computed of. */
export interface Signed {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text, "utf8").digest();

/** The parts of an AWS4-HMAC-SHA256 Authorization header. */
export function parseAuthorization(header: unknown) {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      String(header),
    );
  if (!match) throw new Error(`no SigV4 header: ${header}`);
  const [, accessKeyId = "", date = "", region = "", service = "", signedHeaders = "", signature = ""] = match;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(";"), signature };
}

/** The signature that AWS's documentation of Signature Version 4 prescribes, written from it and from no client's source. */
export function signatureOf(request: Signed, secret: string): string {
  const { date, region, service, signedHeaders } = parseAuthorization(request.headers.authorization);
  const query = request.query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) =>
      pair
        .split(/=(.*)/s)
        .slice(0, 2)
        .map((part) => encode(decodeURIComponent(part))),
    )
    .sort(([a = "", x = ""], [b = "", y = ""]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map(([name, value = ""]) => `${name}=${value}`)
    .join("&");
  const headers = signedHeaders.map((name) => `${name}:${String(request.headers[name]).trim().replace(/ +/g, " ")}\n`);
  const canonical = [
    request.method,
    request.path.split("/").map(encode).join("/"),
    query,
    headers.join(""),
    signedHeaders.join(";"),
    sha256(request.body),
  ].join("\n");
  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = [date, region, service, "aws4_request"].reduce<string | Buffer>((k, part) => hmac(k, part), `AWS4${secret}`);
  const toSign = ["AWS4-HMAC-SHA256", String(request.headers["x-amz-date"]), scope, sha256(canonical)].join("\n");
  return hmac(key, toSign).toString("hex");
}
