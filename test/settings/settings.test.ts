import assert from "node:assert/strict";
import { homedir } from "node:os";
import path from "node:path";
import { flagsOf } from "../../provider/settings/connection";
import { type GetConfig, readInstanceHoursLimit, readSettings } from "../../provider/settings/settings";

/** A stack's configuration as the dynamic host gives it: structures are JSON text. */
const stack =
  (values: Record<string, unknown>): GetConfig =>
  (key) =>
    typeof values[key] === "object" ? JSON.stringify(values[key]) : values[key];
const read = (values: Record<string, unknown>, env: NodeJS.ProcessEnv = {}) => readSettings(stack(values), env);
const refused = (values: Record<string, unknown>): string => {
  try {
    read(values);
  } catch (error) {
    assert.ok(error instanceof Error && error.name === "SettingError", String(error));
    return error.message;
  }
  return "accepted";
};

const roleArn = "arn:aws:iam::123456789012:role/training";

describe("the stack's settings", () => {
  it("are all optional", () => {
    const { assumeRoles, defaultTags, region, profile, endpoint, maxConcurrentTrainings } = read({});
    assert.deepEqual(
      { assumeRoles, defaultTags, region, profile, endpoint, maxConcurrentTrainings },
      {
        assumeRoles: [],
        defaultTags: {},
        region: undefined,
        profile: undefined,
        endpoint: undefined,
        maxConcurrentTrainings: undefined,
      },
    );
  });

  describe("region", () => {
    const all = { "cleanroomsml:region": "eu-west-1", "aws:region": "eu-west-2" };
    const env = { AWS_REGION: "us-east-1", AWS_DEFAULT_REGION: "us-east-2" };
    const table: [string, Record<string, unknown>, NodeJS.ProcessEnv, string | undefined][] = [
      ["ours first", all, env, "eu-west-1"],
      ["then that of @pulumi/aws", { "aws:region": "eu-west-2" }, env, "eu-west-2"],
      ["then AWS_REGION", {}, env, "us-east-1"],
      ["then AWS_DEFAULT_REGION", {}, { AWS_DEFAULT_REGION: "us-east-2" }, "us-east-2"],
      ["an empty AWS_REGION is none", {}, { AWS_REGION: "", AWS_DEFAULT_REGION: "us-east-2" }, "us-east-2"],
      ["an empty key is none", { "cleanroomsml:region": "" }, env, "us-east-1"],
      ["nothing", {}, {}, undefined],
    ];
    for (const [name, values, variables, expected] of table)
      it(name, () => assert.equal(read(values, variables).region, expected));
  });

  describe("roles", () => {
    const whole = {
      roleArn,
      sessionName: "pulumi",
      externalId: "x y",
      duration: "1h30m0s",
      policy: '{"Version":"2012-10-17"}',
      policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      sourceIdentity: "ci",
      tags: { team: "ml" },
      transitiveTagKeys: ["team"],
    };
    const { duration: _, ...rest } = whole;

    for (const key of ["aws:assumeRoles", "cleanroomsml:assumeRoles"]) {
      it(`${key} keeps every member`, () => {
        assert.deepEqual(read({ [key]: [whole] }).assumeRoles, [{ ...rest, durationSeconds: 5_400 }]);
      });
    }

    it("aws:assumeRole is one role, or a list", () => {
      assert.deepEqual(read({ "aws:assumeRole": whole }).assumeRoles, [{ ...rest, durationSeconds: 5_400 }]);
      assert.deepEqual(read({ "aws:assumeRole": [whole] }).assumeRoles, [{ ...rest, durationSeconds: 5_400 }]);
    });

    it("aws:assumeRole stands back where aws:assumeRoles is set", () => {
      const roles = read({ "aws:assumeRoles": [{ roleArn }], "aws:assumeRole": { roleArn: `${roleArn}2` } }).assumeRoles;
      assert.deepEqual(roles, [{ roleArn }]);
    });

    const durations: [string, unknown, number][] = [
      ["hours", "1h", 3_600],
      ["Go's own form", "2h45m30s", 9_930],
      ["a whole number of seconds in a finer unit", "1800000ms", 1_800],
      ["seconds as a number", 900, 900],
      ["seconds as text", "3600", 3_600],
    ];
    for (const [name, duration, seconds] of durations)
      it(`a duration: ${name}`, () =>
        assert.equal(read({ "aws:assumeRoles": [{ roleArn, duration }] }).assumeRoles[0]?.durationSeconds, seconds));

    it("what `pulumi config set --path` made a number of is text again", () => {
      const [role] = read({ "aws:assumeRoles": [{ roleArn, externalId: 1234, tags: { cost: 42, prod: true } }] }).assumeRoles;
      assert.deepEqual([role?.externalId, role?.tags], ["1234", { cost: "42", prod: "true" }]);
    });

    const wrong: [string, Record<string, unknown>, RegExp][] = [
      ["a member that is not known", { polcy: "{}" }, /`aws:assumeRoles\[1\]\.polcy` is not known; did you mean `policy`\?/],
      ["no ARN", { roleArn: null }, /`aws:assumeRoles\[1\]\.roleArn` is missing/],
      ["a policy that is no text", { policy: { Version: "2012-10-17" } }, /`aws:assumeRoles\[1\]\.policy` must be text/],
      ["an ARN that is none", { roleArn: "training" }, /`aws:assumeRoles\[1\]\.roleArn` must be the ARN of a role/],
      ["a policy that is no JSON", { policy: "{nonsense" }, /`aws:assumeRoles\[1\]\.policy` must be an IAM policy/],
      ["a policy that is a JSON text", { policy: '"x"' }, /`aws:assumeRoles\[1\]\.policy` must be an IAM policy/],
      [
        "transitive keys without a tag",
        { transitiveTagKeys: ["a"], tags: { b: "1" } },
        /\.transitiveTagKeys` must name keys of `tags`/,
      ],
      ["a list that is text", { policyArns: "arn:aws:iam::aws:policy/A" }, /`aws:assumeRoles\[1\]\.policyArns` must be a list/],
      ["a list with a hole", { transitiveTagKeys: [null] }, /`aws:assumeRoles\[1\]\.transitiveTagKeys\[0\]` must be text/],
      ["tags that are a list", { tags: ["a"] }, /`aws:assumeRoles\[1\]\.tags` must be a map/],
      ["a tag that is a map", { tags: { a: {} } }, /`aws:assumeRoles\[1\]\.tags\.a` must be text/],
      ["a number that lost its digits", { externalId: 2 ** 60 }, /`aws:assumeRoles\[1\]\.externalId` must be text/],
      ["a duration that is none", { duration: "an hour" }, /`aws:assumeRoles\[1\]\.duration` must be/],
      ["a duration below STS's", { duration: "30s" }, /`aws:assumeRoles\[1\]\.duration` must be/],
      ["a duration above STS's", { duration: "13h" }, /`aws:assumeRoles\[1\]\.duration` must be/],
      ["two durations", { duration: "1h", durationSeconds: 900 }, /`aws:assumeRoles\[1\]\.duration` .*`durationSeconds`/],
    ];
    for (const [name, members, expected] of wrong)
      it(`refuses by name ${name}`, () =>
        assert.match(refused({ "aws:assumeRoles": [{ roleArn }, { roleArn, ...members }] }), expected));

    it("refuses what is no list of roles, and never repeats it", () => {
      assert.match(refused({ "aws:assumeRoles": "hunter2" }), /`aws:assumeRoles` must be JSON/);
      assert.match(refused({ "aws:assumeRoles": ["hunter2"] }), /`aws:assumeRoles\[0\]` must be a map/);
      assert.doesNotMatch(refused({ "aws:assumeRoles": ["hunter2"] }), /hunter2/);
    });
  });

  it("an identity of ours puts all of @pulumi/aws's aside", () => {
    const aws = { "aws:profile": "theirs", "aws:assumeRoles": [{ roleArn }], "aws:assumeRole": { roleArn } };
    const ours = read({ ...aws, "cleanroomsml:profile": "ours" });
    assert.deepEqual([ours.profile, ours.assumeRoles], ["ours", []]);
    const roles = read({ ...aws, "cleanroomsml:assumeRoles": [{ roleArn: `${roleArn}2` }] });
    assert.deepEqual([roles.profile, roles.assumeRoles], [undefined, [{ roleArn: `${roleArn}2` }]]);
  });

  it("default tags are text, and nothing else is", () => {
    assert.deepEqual(read({ "aws:defaultTags": { tags: { team: "ml", cost: 42 } } }).defaultTags, { team: "ml", cost: "42" });
    assert.match(refused({ "aws:defaultTags": { tags: ["team"] } }), /`aws:defaultTags\.tags` must be a map/);
    assert.match(refused({ "aws:defaultTags": { tag: {} } }), /`aws:defaultTags\.tag` is not known; did you mean `tags`\?/);
  });

  it("an endpoint is a URL", () => {
    assert.equal(read({ "cleanroomsml:endpoint": "http://127.0.0.1:4566" }).endpoint, "http://127.0.0.1:4566");
    assert.match(refused({ "cleanroomsml:endpoint": "localhost:4566" }), /`cleanroomsml:endpoint` must be a URL/);
  });

  describe("what else @pulumi/aws may be told", () => {
    const keys = { "aws:accessKey": "AKIA", "aws:secretKey": "hunter2" };

    it("is handed on", () => {
      const { credentials, variables, accounts, proxies, sts, ...rest } = read({
        ...keys,
        "aws:token": "t",
        "aws:sharedConfigFiles": ["~/aws/config"],
        "aws:sharedCredentialsFiles": ["/aws/credentials"],
        "aws:skipMetadataApiCheck": "true",
        "aws:allowedAccountIds": [123456789012],
        "aws:forbiddenAccountIds": ["210987654321"],
        "aws:endpoints": [
          { s3: "http://s3.test" },
          { sts: "http://sts.test", sso: "http://sso.test", cleanroomsml: "http://ml.test" },
        ],
        "aws:httpProxy": "proxy.test:8080",
        "aws:httpsProxy": "https://proxy.test",
        "aws:noProxy": "localhost",
        "aws:stsRegion": "eu-west-1",
        "aws:maxRetries": "5",
        "aws:retryMode": "adaptive",
        "aws:customCaBundle": "/ca.pem",
        "aws:userAgents": ["a/1"],
        "aws:skipRegionValidation": "true",
        "aws:ignoreTags": { keys: ["a"], keyPrefixes: ["b"] },
      });
      assert.deepEqual(credentials, { accessKeyId: "AKIA", secretAccessKey: "hunter2", sessionToken: "t" });
      assert.deepEqual(variables, {
        AWS_CONFIG_FILE: path.join(homedir(), "aws/config"),
        AWS_SHARED_CREDENTIALS_FILE: "/aws/credentials",
        AWS_EC2_METADATA_DISABLED: "true",
        AWS_ENDPOINT_URL_SSO: "http://sso.test",
      });
      assert.deepEqual(accounts, { allowed: ["123456789012"], forbidden: ["210987654321"] });
      assert.deepEqual(proxies, { http: "http://proxy.test:8080", https: "https://proxy.test", none: "localhost" });
      assert.deepEqual(sts, { endpoint: "http://sts.test", region: "eu-west-1" });
      const { endpoint, maxAttempts, retryMode, caBundle, userAgents, skipRegionValidation, ignoredTags } = rest;
      assert.deepEqual([endpoint, maxAttempts, retryMode, caBundle], ["http://ml.test", 5, "adaptive", "/ca.pem"]);
      assert.deepEqual([userAgents, skipRegionValidation, ignoredTags], [["a/1"], true, { keys: ["a"], keyPrefixes: ["b"] }]);
    });

    it("leaves a profile that keys win over out of commands", () => {
      assert.deepEqual(flagsOf(read({ "aws:profile": "theirs" })), [["profile", "theirs"]]);
      assert.deepEqual(flagsOf(read({ "aws:profile": "theirs", ...keys })), []);
    });

    it("FIPS and dual-stack", () => {
      const { useFipsEndpoint, useDualstackEndpoint } = read({
        "aws:useFipsEndpoint": "true",
        "aws:useDualstackEndpoint": "false",
      });
      assert.deepEqual([useFipsEndpoint, useDualstackEndpoint], [true, false]);
    });

    const wrong: [string, Record<string, unknown>, RegExp][] = [
      ["half a pair of keys", { "aws:accessKey": "AKIA" }, /`aws:secretKey` is missing/],
      ["the other half", { "aws:secretKey": "hunter2" }, /`aws:accessKey` is missing/],
      ["two files where one is read", { "aws:sharedConfigFiles": ["a", "b"] }, /`aws:sharedConfigFiles` must be one file/],
      [
        "an account that is none",
        { "aws:allowedAccountIds": ["123456789012", "prod"] },
        /`aws:allowedAccountIds\[1\]` must be an account's 12 digits/,
      ],
      ["accounts that are no list", { "aws:forbiddenAccountIds": "123456789012" }, /`aws:forbiddenAccountIds` must be a list/],
      [
        "accounts that may not be asked for",
        { "aws:allowedAccountIds": ["123456789012"], "aws:skipRequestingAccountId": "true" },
        /`aws:skipRequestingAccountId` cannot be obeyed beside `aws:allowedAccountIds`/,
      ],
      [
        "FIPS at a given endpoint",
        { "aws:useFipsEndpoint": "true", "cleanroomsml:endpoint": "http://x" },
        /`aws:useFipsEndpoint` cannot be obeyed at an endpoint that is given/,
      ],
      [
        "FIPS at a given STS",
        { "aws:useFipsEndpoint": "true", "aws:endpoints": [{ sts: "http://x" }] },
        /`aws:useFipsEndpoint` cannot/,
      ],
      ["an endpoint that is none", { "aws:endpoints": [{ sts: "sts" }] }, /`aws:endpoints\[0\]\.sts` must be a URL/],
      ["a proxy that is none", { "aws:httpProxy": "socks5://x" }, /`aws:httpProxy` must be the URL of an http or https proxy/],
      ["a flag that is none", { "aws:useFipsEndpoint": "yes" }, /`aws:useFipsEndpoint` must be true or false/],
      ["a mode that is none", { "aws:retryMode": "legacy" }, /`aws:retryMode` must be `standard` or `adaptive`/],
      ["no token", { "aws:assumeRoleWithWebIdentity": { roleArn } }, /`aws:assumeRoleWithWebIdentity` needs either/],
      ["tags in an unknown form", { "aws:ignoreTags": { prefixes: ["a"] } }, /`aws:ignoreTags\.prefixes` is not known/],
    ];
    for (const [name, values, expected] of wrong)
      it(`refuses by name ${name}`, () => {
        const message = refused(values);
        assert.match(message, expected);
        assert.doesNotMatch(message, /hunter2/);
      });

    it("stands back behind an identity of ours, files and keys alike; the limits stay", () => {
      const ours = read({
        ...keys,
        "aws:sharedConfigFiles": ["/a", "/b"],
        "aws:assumeRoleWithWebIdentity": { roleArn },
        "aws:allowedAccountIds": ["123456789012"],
        "cleanroomsml:assumeRoles": [{ roleArn }],
      });
      assert.deepEqual([ours.credentials, ours.webIdentity, ours.variables], [undefined, undefined, {}]);
      assert.deepEqual([ours.assumeRoles, ours.accounts], [[{ roleArn }], { allowed: ["123456789012"] }]);
    });
  });

  it("the limits are numbers", () => {
    assert.equal(read({ "cleanroomsml:maxConcurrentTrainings": "3" }).maxConcurrentTrainings, 3);
    for (const value of ["0", "1.5", "many"])
      assert.match(refused({ "cleanroomsml:maxConcurrentTrainings": value }), /must be a whole number of at least 1/);
    assert.equal(readInstanceHoursLimit(stack({ "cleanroomsml:maxInstanceHours": "2.5" })), 2.5);
    assert.equal(readInstanceHoursLimit(stack({})), undefined);
    assert.throws(() => readInstanceHoursLimit(stack({ "cleanroomsml:maxInstanceHours": "-1" })), /a number of hours above 0/);
  });
});
