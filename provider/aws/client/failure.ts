import { ServiceError, type ServiceErrorDetails, type ServiceErrorKind } from "../../core/errors/service-error";
import { firstLineOf } from "../../utils/thrown";

/** What is looked at of an error of the SDK, of Node or of the service. */
interface Failure {
  name: string;
  message: string;
  code?: unknown;
  syscall?: unknown;
  $fault?: unknown;
  $metadata?: { httpStatusCode?: number; requestId?: string };
  quotaName?: unknown;
  quotaValue?: unknown;
}

const credentialErrors =
  /^(CredentialsProviderError|WrongAccountError|UnknownAccountError|ExpiredToken|RequestExpired|RequestTimeTooSkewed|RequestInTheFuture|UnrecognizedClient|InvalidSignature|InvalidClientTokenId|SignatureDoesNotMatch|IncompleteSignature|InvalidAccessKeyId|MissingAuthenticationToken|TokenProviderError)/;
const throttlingErrors = /^(Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown)/;
const deniedErrors = /^(AccessDenied|NotAuthorized|OptInRequired|SubscriptionRequired)/;
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;

/** Every way in which a call can fail, as one of the kinds that the rules know. */
export function toServiceError(
  operation: string,
  thrown: unknown,
  { origin: endpoint, aborted }: { origin: string | undefined; aborted: boolean },
): ServiceError {
  if (thrown instanceof ServiceError) return thrown;
  const failure: Failure = thrown instanceof Error ? thrown : { name: "Error", message: String(thrown) };
  const httpStatus = failure.$metadata?.httpStatusCode;
  const code = typeof failure.code === "string" ? failure.code : failure.name;
  const at = endpoint === undefined ? "" : ` at ${endpoint}`;
  const error = (kind: ServiceErrorKind, message: string, more: Partial<ServiceErrorDetails> = {}) =>
    new ServiceError(operation, kind, message, { code, httpStatus, requestId: failure.$metadata?.requestId, endpoint, ...more });

  if (aborted || failure.name === "AbortError") return error("aborted", `${operation} was aborted`);
  const said = firstLineOf(thrown);
  if (credentialErrors.test(failure.name)) return error("credentials", said);
  if (failure.$fault !== undefined) return error(...answered(failure, httpStatus ?? 0, said));
  if (httpStatus !== undefined) {
    if (httpStatus === 429) return error("throttled", `the endpoint${at} answered ${operation} with HTTP 429`);
    const what = `the endpoint${at} answered ${operation} with HTTP ${httpStatus} and something that is not Clean Rooms ML's`;
    const maybeDone = httpStatus < 300 || httpStatus >= 500 || httpStatus === 408;
    return error(maybeDone ? "ambiguous" : "unexpected", `${what}; is there a proxy in between, or is the endpoint wrong?`);
  }
  const unsent = neverConnected.test(code) || failure.syscall === "connect" || /did not establish a connection/.test(said);
  if (unsent) return error("unreachable", `Clean Rooms ML cannot be reached${at} (${code})`);
  if (failure.name === "EndpointError" || failure.name === "NoRegionError") return error("unexpected", said);
  if (typeof failure.code === "string" || failure.name === "TimeoutError" || /socket hang up/.test(said)) {
    return error("ambiguous", `the connection to Clean Rooms ML${at} ended before there was an answer (${code})`);
  }
  // The answer came, but not in the form of the service: what the request did is not known.
  if (failure.name === "SyntaxError") return error("ambiguous", `the answer${at} to ${operation} is no JSON`);
  return error("unexpected", `${operation} failed: ${said}`);
}

/** An error answer in the form of the service. */
function answered(failure: Failure, status: number, said: string): [ServiceErrorKind, string, Partial<ServiceErrorDetails>?] {
  const { name, quotaName, quotaValue } = failure;
  if (status === 429 || throttlingErrors.test(name)) return ["throttled", said];
  if (status >= 500 || status === 408 || status < 300) return ["ambiguous", said];
  if (name === "ResourceNotFoundException") return ["not-found", said];
  if (name === "ConflictException") return ["conflict", said];
  if (name === "ValidationException") return ["validation", said];
  if (name === "ServiceQuotaExceededException") {
    return [
      "quota",
      said,
      {
        quotaName: typeof quotaName === "string" ? quotaName : undefined,
        quotaValue: typeof quotaValue === "number" ? quotaValue : undefined,
      },
    ];
  }
  if (deniedErrors.test(name)) return ["denied", said];
  return ["unexpected", `HTTP ${status}, ${name}: ${said}`];
}
