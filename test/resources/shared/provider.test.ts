import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Provider, type ProviderArgs } from "../../../provider";
import { readSettings } from "../../../provider/settings/settings";

/** Every input that there is: one that is added does not compile without its line here. */
const every: Required<ProviderArgs> = {
  region: "eu-west-1",
  profile: "eu",
  assumeRoles: [
    {
      roleArn: "arn:aws:iam::123456789012:role/second",
      sessionName: "two",
      durationSeconds: 1_800,
      policy: "{}",
      policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      externalId: "x",
      sourceIdentity: "ci",
      tags: { team: pulumi.output("ml") },
      transitiveTagKeys: ["team"],
    },
  ],
  assumeRoleWithWebIdentity: { roleArn: "arn:aws:iam::123456789012:role/first", webIdentityTokenFile: "/token" },
  allowedAccountIds: ["123456789012"],
  forbiddenAccountIds: [pulumi.output("210987654321")],
  endpoint: "http://ml.test",
  stsEndpoint: "http://sts.test",
  stsRegion: "eu-west-2",
  useFipsEndpoint: false,
  useDualstackEndpoint: pulumi.output(false),
  httpProxy: "http://proxy.test",
  httpsProxy: "http://secure-proxy.test",
  noProxy: "localhost",
  customCaBundle: "/ca.pem",
  maxRetries: 5,
  skipRegionValidation: true,
  defaultTags: { team: "ml" },
};

describe("Provider", () => {
  it("tells the host every input, under the key that the host reads", async () => {
    let config: Record<string, unknown> = {};
    pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => {
        config = inputs;
        return { id: `${name}-id`, state: inputs };
      },
      call: () => ({}),
    });
    new Provider("eu", every);
    await pulumi.runtime.disconnect();
    assert.ok(Object.keys(config).every((key) => /^(aws|cleanroomsml):/.test(key)));
    assert.deepEqual(
      readSettings((key) => config[key], {}),
      {
        region: "eu-west-1",
        profile: "eu",
        assumeRoles: [
          {
            roleArn: "arn:aws:iam::123456789012:role/second",
            sessionName: "two",
            durationSeconds: 1_800,
            policy: "{}",
            policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
            externalId: "x",
            sourceIdentity: "ci",
            tags: { team: "ml" },
            transitiveTagKeys: ["team"],
          },
        ],
        webIdentity: { roleArn: "arn:aws:iam::123456789012:role/first", tokenFile: "/token" },
        accounts: { allowed: ["123456789012"], forbidden: ["210987654321"] },
        endpoint: "http://ml.test",
        sts: { endpoint: "http://sts.test", region: "eu-west-2" },
        useFipsEndpoint: false,
        useDualstackEndpoint: false,
        proxies: { http: "http://proxy.test", https: "http://secure-proxy.test", none: "localhost" },
        caBundle: "/ca.pem",
        maxAttempts: 5,
        skipRegionValidation: true,
        ignoredTags: { keys: [], keyPrefixes: [] },
        variables: {},
        defaultTags: { team: "ml" },
      },
    );
  });
});
