import assert from "node:assert/strict";
import { createService, type ServiceOptions } from "../../../provider/aws/api";
import { failureOf, membershipIdentifier, never, serviceAt } from "../client/fixtures";
import { type Answer, serve, type TestServer } from "../http-server";
import { inEnvironment } from "./environment";

const list = (options: ServiceOptions) => createService(options).listTrainedModels(membershipIdentifier, never);
const keyOf = (server: TestServer, at = 0) => /Credential=([^/]+)/.exec(String(server.received[at]?.headers.authorization))?.[1];

/** AWS's own example of an AssumeRole answer, with keys that tell which call they came of. */
const assumed = (id: string, expires = "2099-01-01T00:00:00Z"): Answer => ({
  headers: { "content-type": "text/xml" },
  body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
    <AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/demo/${id}</Arn><AssumedRoleId>A:${id}</AssumedRoleId></AssumedRoleUser>
    <Credentials><AccessKeyId>${id}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>token-${id}</SessionToken>
    <Expiration>${expires}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
});

describe("who calls", () => {
  let server: TestServer;
  let sts: TestServer;
  before(async () => {
    server = await serve({ body: { trainedModels: [] } });
    sts = await serve((_, index) => assumed(`ROLE${index + 1}`));
  });
  beforeEach(() => {
    server.received.length = 0;
    sts.received.length = 0;
  });
  after(() => Promise.all([server.close(), sts.close()]));
  const options = () => ({ region: "us-east-1", endpoint: server.origin });

  it("the environment", async () => {
    const variables = { AWS_ACCESS_KEY_ID: "ENV", AWS_SECRET_ACCESS_KEY: "s", AWS_SESSION_TOKEN: "session" };
    await inEnvironment(variables, "", () => list(options()));
    assert.deepEqual([keyOf(server), server.received[0]?.headers["x-amz-security-token"]], ["ENV", "session"]);
  });

  it("the profile that is asked for, before the environment", async () => {
    const config = "[profile p]\naws_access_key_id = PROFILE\naws_secret_access_key = s\n";
    const variables = { AWS_ACCESS_KEY_ID: "ENV", AWS_SECRET_ACCESS_KEY: "s" };
    await inEnvironment(variables, config, () => list({ ...options(), profile: "p" }));
    assert.equal(keyOf(server), "PROFILE");
  });

  it("a credential process of the profile", async () => {
    const answer = `{"Version":1,"AccessKeyId":"PROCESS","SecretAccessKey":"s"}`;
    await inEnvironment({}, `[profile p]\ncredential_process = printf '%s' '${answer}'\n`, () =>
      list({ ...options(), profile: "p" }),
    );
    assert.equal(keyOf(server), "PROCESS");
  });

  it("given ones, and a provider of them", async () => {
    const credentials = { accessKeyId: "GIVEN", secretAccessKey: "s" };
    await list({ ...options(), credentials });
    await list({ ...options(), credentials: async () => ({ ...credentials, accessKeyId: "PROVIDED" }) });
    assert.deepEqual([keyOf(server, 0), keyOf(server, 1)], ["GIVEN", "PROVIDED"]);
  });

  it("roles, one assumed with the credentials of the one before", async () => {
    const service = serviceAt(server.origin, {
      assumeRoles: [
        { roleArn: "arn:aws:iam::111111111111:role/first", externalId: "x y", durationSeconds: 900, sessionName: "one" },
        { roleArn: "arn:aws:iam::222222222222:role/second", sessionName: "two", tags: { team: "ml" } },
      ],
      credentials: { accessKeyId: "BASE", secretAccessKey: "s" },
    });
    await inEnvironment({ AWS_ENDPOINT_URL_STS: sts.origin }, "", () => service.listTrainedModels(membershipIdentifier, never));
    const [first, second] = sts.received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
    assert.deepEqual([keyOf(sts, 0), keyOf(sts, 1), keyOf(server)], ["BASE", "ROLE1", "ROLE2"]);
    assert.deepEqual(
      [first?.RoleArn, first?.ExternalId, first?.DurationSeconds, first?.RoleSessionName],
      ["arn:aws:iam::111111111111:role/first", "x y", "900", "one"],
    );
    assert.deepEqual(
      [second?.RoleArn, second?.RoleSessionName, second?.["Tags.member.1.Value"]],
      ["arn:aws:iam::222222222222:role/second", "two", "ml"],
    );
    await inEnvironment({ AWS_ENDPOINT_URL_STS: sts.origin }, "", () =>
      service.getTrainedModel({ membershipIdentifier, trainedModelArn: "a" }, never),
    ).catch(() => {});
    assert.equal(sts.received.length, 2, "what was assumed is kept until it expires");
  });

  it("nobody: credentials, and nothing is sent", async () => {
    const error = await inEnvironment({}, "", () => failureOf(list(options())));
    assert.deepEqual([error.kind, error.details.code, server.received.length], ["credentials", "CredentialsProviderError", 0]);
    assert.match(error.message, /Could not load credentials from any providers/);
  });

  it("a role that may not be assumed, and an STS that cannot be reached: credentials", async () => {
    const refusing = await serve({
      status: 403,
      headers: { "content-type": "text/xml" },
      body: "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>may not assume</Message></Error></ErrorResponse>",
    });
    const roles = {
      ...options(),
      credentials: { accessKeyId: "k", secretAccessKey: "s" },
      assumeRoles: [{ roleArn: "arn:aws:iam::111111111111:role/r" }],
    };
    const denied = await inEnvironment({ AWS_ENDPOINT_URL_STS: refusing.origin }, "", () => failureOf(list(roles)));
    assert.deepEqual([denied.kind, denied.message], ["credentials", "no credentials of the assumed role: may not assume"]);
    await refusing.close();
    const variables = { AWS_ENDPOINT_URL_STS: refusing.origin, AWS_MAX_ATTEMPTS: "1" };
    const gone = await inEnvironment(variables, "", () => failureOf(list(roles)));
    assert.equal(gone.kind, "credentials");
    assert.match(gone.message, /ECONNREFUSED/);
    assert.equal(server.received.length, 0);
  });

  it("a credential process that fails is not quoted, the profile is named", async () => {
    const config = "[profile p]\ncredential_process = sh -c 'echo hunter2 >&2; exit 3'\n";
    const { kind, message } = await inEnvironment({}, config, () => failureOf(list({ ...options(), profile: "p" })));
    assert.equal(kind, "credentials");
    assert.match(message, /^Could not load credentials.*\(profile p\)$/);
  });
});
