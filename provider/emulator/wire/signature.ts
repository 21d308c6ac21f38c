import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { defaultAccountId, type EmulatorCredential } from "../state/options";
import { WireError } from "./errors";
import type { Target } from "./target";

/** Who asks, from where: both become part of ARNs. */
export interface Caller {
  accountId: string;
  region: string;
}

/** A request, as its signature sees it. */
export interface SignedRequest extends Target {
  method: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Authorization {
  accessKeyId: string;
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
}

const skewMs = 15 * 60 * 1000;
const refuse = (code: string, message: string) => new WireError(code, 403, message);

/** The parts of an Authorization header; undefined when it is none of Signature Version 4. */
export function parseAuthorization(header: string): Authorization | undefined {
  const match =
    /^AWS4-HMAC-SHA256 +Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/([^/,]+)\/aws4_request, *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/.exec(
      header,
    );
  if (!match) return undefined;
  const [, accessKeyId = "", date = "", region = "", service = "", signed = "", signature = ""] = match;
  return { accessKeyId, date, region, service, signedHeaders: signed.split(";"), signature };
}

/** The caller of a request, or AWS's error for a signature that is missing, late or wrong. */
export function authenticate(request: SignedRequest, credentials: readonly EmulatorCredential[], verify: boolean): Caller {
  const header = request.headers.authorization;
  const parsed = header === undefined ? undefined : parseAuthorization(header);
  const credential = credentials.find(({ accessKeyId }) => accessKeyId === parsed?.accessKeyId);
  const caller = { accountId: credential?.accountId ?? defaultAccountId, region: parsed?.region ?? "us-east-1" };
  if (!verify) return caller;
  if (header === undefined) throw refuse("MissingAuthenticationTokenException", "Missing Authentication Token");
  if (!parsed) throw refuse("IncompleteSignatureException", "The Authorization header is not of the form of Signature Version 4");
  if (!credential || credential.sessionToken !== request.headers["x-amz-security-token"])
    throw refuse("UnrecognizedClientException", "The security token included in the request is invalid.");
  if (credential.expired) throw refuse("ExpiredTokenException", "The security token included in the request is expired");
  verifyScope(parsed, request.headers);
  const expected = Buffer.from(signatureOf(request, parsed, credential.secretAccessKey));
  if (!timingSafeEqual(expected, Buffer.from(parsed.signature)))
    throw refuse(
      "InvalidSignatureException",
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
    );
  return caller;
}

function verifyScope({ date, region, service, signedHeaders }: Authorization, headers: IncomingHttpHeaders): void {
  const amzDate = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(one(headers["x-amz-date"]));
  if (!amzDate) throw refuse("IncompleteSignatureException", "The request has no valid X-Amz-Date header");
  const [, year, month, day, hour, minute, second] = amzDate;
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const invalid = (message: string) => refuse("InvalidSignatureException", message);
  if (service !== "cleanrooms-ml") throw invalid("Credential should be scoped to correct service: 'cleanrooms-ml'.");
  if (!/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(region)) throw invalid("Credential should be scoped to a valid region.");
  if (`${year}${month}${day}` !== date)
    throw invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date.");
  if (!signedHeaders.includes("host") || !signedHeaders.includes("x-amz-date"))
    throw invalid("'Host' and 'X-Amz-Date' must be among the signed headers.");
  if (headers["x-amz-security-token"] !== undefined && !signedHeaders.includes("x-amz-security-token"))
    throw invalid("'X-Amz-Security-Token' must be among the signed headers.");
  // The real clock, whatever the models live by: the client signs with it.
  if (!(Math.abs(Date.now() - signedAt) <= skewMs)) throw invalid("Signature expired or not yet current");
}

function signatureOf(request: SignedRequest, scope: Authorization, secret: string): string {
  const query = request.query
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`);
  const canonical = [
    request.method,
    // Every service but S3 signs the path encoded once more than it is sent.
    request.rawPath.split("/").map(encode).join("/"),
    query.join("&"),
    ...scope.signedHeaders.map((name) => `${name}:${one(request.headers[name]).trim().replace(/ +/g, " ")}`),
    "",
    scope.signedHeaders.join(";"),
    sha256(request.body),
  ].join("\n");
  const credentialScope = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", one(request.headers["x-amz-date"]), credentialScope, sha256(canonical)].join("\n");
  const key = [scope.date, scope.region, scope.service, "aws4_request"].reduce<string | Buffer>(
    (secretSoFar, part) => hmac(secretSoFar, part),
    `AWS4${secret}`,
  );
  return hmac(key, text).toString("hex");
}

const one = (header: string | string[] | undefined): string => (Array.isArray(header) ? header.join(",") : (header ?? ""));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** Percent-encoding as Signature Version 4 has it: everything but the unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
