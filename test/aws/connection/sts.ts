import { type Answer, type Received, serve, type TestServer } from "../http-server";

/** STS on loopback: assumes every role, and tells the account of its callers. */
export interface StsServer extends TestServer {
  /** The parameters of each request of an action. */
  asked(action: string): Record<string, string>[];
  /** The access key that signed a request; none signs one with a token. */
  keys(): (string | undefined)[];
}

export async function serveSts(account = "123456789012"): Promise<StsServer> {
  const server = await serve((request, index) => answerTo(request, index, account));
  const parameters = ({ body }: Received) => Object.fromEntries(new URLSearchParams(body));
  return {
    ...server,
    asked: (action) => server.received.map(parameters).filter(({ Action }) => Action === action),
    keys: () => server.received.map(({ headers }) => keyOf(headers.authorization)),
  };
}

/** The access key of a signed request. */
export const keyOf = (authorization: unknown) => /Credential=([^/]+)/.exec(String(authorization))?.[1];

/** AWS's own examples of answers, with keys that tell which call they came of. */
function answerTo({ body }: Received, index: number, account: string): Answer {
  const action = new URLSearchParams(body).get("Action");
  const arn = `arn:aws:sts::${account}:assumed-role/demo/session`;
  const result =
    action === "GetCallerIdentity"
      ? `<Arn>${arn}</Arn><UserId>A</UserId><Account>${account}</Account>`
      : `<AssumedRoleUser><Arn>${arn}</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser><Credentials>
         <AccessKeyId>ROLE${index + 1}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
         <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`;
  return {
    headers: { "content-type": "text/xml" },
    body: `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result></${action}Response>`,
  };
}
