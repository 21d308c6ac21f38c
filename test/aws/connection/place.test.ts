import assert from "node:assert/strict";
import { createService } from "../../../provider/aws/api";
import { resolvePlace } from "../../../provider/aws/connection/place";
import { failureOf, membershipIdentifier, never } from "../client/fixtures";
import { serve } from "../http-server";
import { inEnvironment } from "./environment";

const config = `
[default]
region = eu-west-1
endpoint_url = http://of.default

[profile served]
region = eu-north-1
services = mine
endpoint_url = http://of.served

[services mine]
cleanroomsml =
  endpoint_url = http://of.services
s3 =
  endpoint_url = http://of.s3

[profile plain]
region = us-west-2

[profile ignoring]
region = us-west-2
ignore_configured_endpoint_urls = true
endpoint_url = http://of.ignoring

[profile fips]
region = us-east-2
use_fips_endpoint = true
use_dualstack_endpoint = true
`;

type Given = Parameters<typeof resolvePlace>[0];
const origin = (variables: Record<string, string>, given: Given = {}) =>
  inEnvironment(variables, config, async () => {
    const settings = await resolvePlace(given);
    return `${settings.region} ${settings.origin}`;
  });

describe("region and endpoint", () => {
  const url = { AWS_ENDPOINT_URL: "http://of.all:1/" };
  const own = { AWS_ENDPOINT_URL_CLEANROOMSML: "http://of.own:2/" };
  const table: [string, Record<string, string>, Given, string][] = [
    [
      "the option wins",
      { ...url, ...own, AWS_REGION: "a-b-1" },
      { region: "us-east-1", endpoint: "http://given" },
      "us-east-1 http://given",
    ],
    ["then the variable of the service", { ...url, ...own }, {}, "eu-west-1 http://of.own:2"],
    ["then the variable of all", url, {}, "eu-west-1 http://of.all:1"],
    ["then the profile's services section", {}, { profile: "served" }, "eu-north-1 http://of.services"],
    ["then the profile", {}, {}, "eu-west-1 http://of.default"],
    ["the profile of AWS_PROFILE", { AWS_PROFILE: "served" }, {}, "eu-north-1 http://of.services"],
    [
      "a given profile, and nothing of AWS_PROFILE's",
      { AWS_PROFILE: "served" },
      { profile: "plain" },
      "us-west-2 https://cleanrooms-ml.us-west-2.amazonaws.com",
    ],
    [
      "AWS_REGION before the profile",
      { AWS_REGION: "eu-south-2" },
      { profile: "plain" },
      "eu-south-2 https://cleanrooms-ml.eu-south-2.amazonaws.com",
    ],
    [
      "AWS_DEFAULT_REGION after it",
      { AWS_DEFAULT_REGION: "eu-south-2" },
      { profile: "plain" },
      "eu-south-2 https://cleanrooms-ml.eu-south-2.amazonaws.com",
    ],
    [
      "configured endpoints ignored by variable",
      { ...url, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" },
      { profile: "plain" },
      "us-west-2 https://cleanrooms-ml.us-west-2.amazonaws.com",
    ],
    [
      "configured endpoints ignored by profile",
      {},
      { profile: "ignoring" },
      "us-west-2 https://cleanrooms-ml.us-west-2.amazonaws.com",
    ],
    ["FIPS and dual-stack of the profile", {}, { profile: "fips" }, "us-east-2 https://cleanrooms-ml-fips.us-east-2.api.aws"],
    [
      "FIPS of a variable",
      { AWS_USE_FIPS_ENDPOINT: "true" },
      { profile: "plain" },
      "us-west-2 https://cleanrooms-ml-fips.us-west-2.amazonaws.com",
    ],
  ];
  for (const [name, variables, given, expected] of table) {
    it(name, async () => assert.equal(await origin(variables, given), expected));
  }

  it("without a region it says how to set one, before anything is sent", async () => {
    const error = await inEnvironment({}, "", () => failureOf(createService().listTrainedModels(membershipIdentifier, never)));
    assert.equal(error.kind, "unexpected");
    assert.match(error.message, /^no region is set$/);
  });

  it("a wrong setting does not stay: the next call reads anew", async () => {
    const server = await serve({ body: { trainedModels: [] } });
    const service = createService();
    const keys = { AWS_ACCESS_KEY_ID: "k", AWS_SECRET_ACCESS_KEY: "s" };
    await inEnvironment(keys, "", () => failureOf(service.listTrainedModels(membershipIdentifier, never)));
    const right = { ...keys, AWS_REGION: "us-east-1", AWS_ENDPOINT_URL_CLEANROOMSML: server.origin };
    assert.deepEqual(await inEnvironment(right, "", () => service.listTrainedModels(membershipIdentifier, never)), []);
    await server.close();
  });

  it("the client does not look by itself in the profile of AWS_PROFILE", async () => {
    const sent: string[] = [];
    const stop = new AbortController();
    const onRequest = ({ origin }: { origin: string }) => {
      sent.push(origin);
      stop.abort();
    };
    const service = createService({ profile: "plain", credentials: { accessKeyId: "k", secretAccessKey: "s" }, onRequest });
    const call = () => failureOf(service.listTrainedModels(membershipIdentifier, stop.signal));
    assert.equal((await inEnvironment({ AWS_PROFILE: "served" }, config, call)).kind, "aborted");
    assert.deepEqual(sent, ["https://cleanrooms-ml.us-west-2.amazonaws.com"]);
  });

  it("the client is told of all of it, the log says where, and the hook what", async () => {
    const server = await serve({ body: { trainedModels: [] } });
    const said: string[] = [];
    const sent: string[] = [];
    const service = createService({
      log: (severity, message) => said.push(`${severity}: ${message}`),
      onRequest: ({ method, origin, path }) => sent.push(`${method} ${origin}${path}`),
    });
    const variables = {
      AWS_ACCESS_KEY_ID: "k",
      AWS_SECRET_ACCESS_KEY: "s",
      AWS_ENDPOINT_URL: server.origin,
      AWS_REGION: "cn-north-1",
    };
    await inEnvironment(variables, "", () => service.listTrainedModels(membershipIdentifier, never));
    assert.match(server.received[0]?.headers.authorization ?? "", /Credential=k\/\d+\/cn-north-1\/cleanrooms-ml\//);
    assert.deepEqual(sent, [`GET ${server.origin}/memberships/${membershipIdentifier}/trained-models`]);
    assert.match(said[0] ?? "", /^debug: Clean Rooms ML is called over the built-in client/);
    assert.equal(said[1], `debug: Clean Rooms ML is called at ${server.origin}, region cn-north-1`);
    await server.close();
  });
});
