import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createService, type ServiceOptions } from "../../../provider/aws/api";
import { isExempt } from "../../../provider/aws/connection/no-proxy";
import { fixtures } from "../../folders";
import { inEnvironment } from "../connection/environment";
import { serveProxy, type TestProxy } from "../connection/proxy";
import { serveSts } from "../connection/sts";
import { serve, type TestServer } from "../http-server";
import { failureOf, membershipIdentifier, never, serviceAt } from "./fixtures";

const tls = (name: string) => path.join(fixtures, "tls", name);
const caBundle = tls("certificate.pem");

/** The service over TLS, with a certificate that nobody but `caBundle` knows. */
async function serveSecurely() {
  const server = createServer({ key: readFileSync(tls("key.pem")), cert: readFileSync(caBundle) }, (_, answer) => {
    answer.writeHead(200, { "content-type": "application/json" });
    answer.end('{"trainedModels":[]}');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** As somebody who is logged in: the token's file is named after the start URL. */
async function inSso<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(path.join(tmpdir(), "sso-"));
  const url = "https://my.awsapps.com/start";
  const cache = path.join(home, ".aws", "sso", "cache");
  await mkdir(cache, { recursive: true });
  const token = { accessToken: "token", expiresAt: "2099-01-01T00:00:00Z", startUrl: url };
  await writeFile(path.join(cache, `${createHash("sha1").update(url).digest("hex")}.json`), JSON.stringify(token));
  const file = `[profile p]\nsso_start_url = ${url}\nsso_region = eu-central-1\nsso_account_id = 123456789012\nsso_role_name = r\n`;
  try {
    return await inEnvironment({ HOME: home, USERPROFILE: home, AWS_MAX_ATTEMPTS: "1" }, file, () => work("p"));
  } finally {
    await rm(home, { recursive: true });
  }
}

describe("through what requests go", () => {
  let server: TestServer;
  let proxy: TestProxy;
  beforeEach(async () => {
    server = await serve({ body: { trainedModels: [] } });
    proxy = await serveProxy(server.origin);
  });
  afterEach(() => Promise.all([proxy.close(), server.close()]));
  const list = (endpoint: string, options: ServiceOptions = {}) =>
    serviceAt(endpoint, options).listTrainedModels(membershipIdentifier, never);

  it("a proxy of http, by which the host's name is looked up", async () => {
    assert.deepEqual(await list("http://clean-rooms.test", { proxies: { http: proxy.url } }), []);
    assert.deepEqual(proxy.asked, [
      `GET http://clean-rooms.test/memberships/${membershipIdentifier}/trained-models?maxResults=100`,
    ]);
    assert.equal(server.received[0]?.headers.host, "clean-rooms.test");
  });

  it("no proxy for a host that is exempt, nor for another scheme", async () => {
    await list(server.origin, { proxies: { http: proxy.url, none: "localhost,127.0.0.0/8" } });
    await list(server.origin, { proxies: { https: proxy.url } });
    assert.deepEqual([proxy.asked, server.received.length], [[], 2]);
  });

  it("a proxy of https, as a tunnel: the proxy sees no more than the host", async () => {
    const secure = await serveSecurely();
    const tunnel = await serveProxy(secure.origin);
    const credentials = { accessKeyId: "k", secretAccessKey: "s" };
    const service = createService({ region: "eu-west-1", credentials, proxies: { https: tunnel.url }, caBundle });
    assert.deepEqual(await service.listTrainedModels(membershipIdentifier, never), []);
    assert.deepEqual(tunnel.asked, ["CONNECT cleanrooms-ml.eu-west-1.amazonaws.com:443"]);
    await Promise.all([tunnel.close(), secure.close()]);
  });

  it("STS and SSO, for which a profile asks, go through it too; SSO in its own region", async () => {
    const sts = await serveSts();
    const toSts = await serveProxy(sts.origin);
    const roles = { assumeRoles: [{ roleArn: "arn:aws:iam::123456789012:role/r" }], sts: { endpoint: "http://sts.test" } };
    await list(server.origin, { ...roles, proxies: { http: toSts.url, none: "127.0.0.1" } });
    assert.deepEqual([toSts.asked, sts.asked("AssumeRole").length], [["POST http://sts.test/"], 1]);
    const dead = await serveProxy("http://127.0.0.1:9");
    const proxies = { https: dead.url };
    await inSso((profile) =>
      failureOf(createService({ region: "us-east-1", profile, proxies }).listTrainedModels(membershipIdentifier, never)),
    );
    assert.equal(dead.asked[0], "CONNECT portal.sso.eu-central-1.amazonaws.com:443");
    await Promise.all([toSts.close(), sts.close(), dead.close()]);
  });

  it("AWS's FIPS and dual-stack hosts, of STS as well", async () => {
    const dead = await serveProxy("http://127.0.0.1:9");
    const credentials = { accessKeyId: "k", secretAccessKey: "s" };
    const fips = { region: "us-east-1", useFipsEndpoint: true, maxAttempts: 1, proxies: { https: dead.url }, credentials };
    const asked = (options: ServiceOptions) => failureOf(createService(options).listTrainedModels(membershipIdentifier, never));
    await asked(fips);
    await asked({ ...fips, assumeRoles: [{ roleArn: "arn:aws:iam::123456789012:role/r" }] });
    await asked({ ...fips, useDualstackEndpoint: true });
    assert.deepEqual(dead.asked, [
      "CONNECT cleanrooms-ml-fips.us-east-1.amazonaws.com:443",
      "CONNECT sts-fips.us-east-1.amazonaws.com:443",
      "CONNECT cleanrooms-ml-fips.us-east-1.api.aws:443",
    ]);
    await dead.close();
  });

  it("certificates: Node's, or those of the bundle alone", async () => {
    const secure = await serveSecurely();
    const refused = await failureOf(list(secure.origin));
    assert.equal(refused.kind, "unreachable");
    assert.deepEqual(await list(secure.origin, { caBundle }), []);
    await secure.close();
  });

  it("a bundle that is not there: nothing is sent", async () => {
    const error = await failureOf(list(server.origin, { caBundle: "/nowhere.pem" }));
    assert.match(error.message, /`aws:customCaBundle` cannot be read \(ENOENT\)/);
    assert.equal(server.received.length, 0);
  });

  it("as many attempts as are said", async () => {
    const failing = await serve({ status: 503, body: {} });
    await failureOf(list(failing.origin, { maxAttempts: 2 }));
    assert.equal(failing.received.length, 2);
    await failing.close();
  });
});

describe("hosts that are asked straight", () => {
  const table: [string, string, number, boolean][] = [
    ["*", "a.test", 443, true],
    ["", "a.test", 443, false],
    ["a.test", "a.test", 443, true],
    ["a.test", "b.a.test", 443, true],
    [".a.test", "a.test", 443, false],
    ["*.a.test", "b.a.test", 443, true],
    ["other, A.TEST", "a.test", 443, true],
    ["a.test:80", "a.test", 443, false],
    ["a.test:443", "a.test", 443, true],
    ["test", "atest", 443, false],
    ["127.0.0.1", "127.0.0.1", 80, true],
    ["127.0.0.1:81", "127.0.0.1", 80, false],
    ["127.0.0.1:80", "127.0.0.1", 80, true],
    ["10.0.0.0/8", "10.1.2.3", 80, true],
    ["10.0.0.0/8", "11.1.2.3", 80, false],
    ["10.0.0.0/99", "10.1.2.3", 80, false],
    ["::1", "[::1]", 80, true],
    ["[::1]:80", "[::1]", 80, true],
    ["fd00::/8", "[fd00::1]", 80, true],
    ["fd00::/8", "10.1.2.3", 80, false],
  ];
  for (const [none, host, port, expected] of table)
    it(`${none || "nothing"} ${expected ? "exempts" : "does not exempt"} ${host}:${port}`, () =>
      assert.equal(isExempt(host, port, none), expected));
});
