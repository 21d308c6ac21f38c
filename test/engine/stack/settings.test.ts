import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keyOf, type StsServer, serveSts } from "../../aws/connection/sts";
import { fixtures } from "../../folders";
import { Project } from "../harness";
import { byHost } from "../host";

const roleArn = "arn:aws:iam::123456789012:role/training";

/** The namespace whose keys the host is told; and one of roles, as each of the two has it. */
const ns = byHost({ dynamic: "aws", plugin: "cleanroomsml" });
const stsKey = byHost({ dynamic: "aws:endpoints[0].sts", plugin: "cleanroomsml:stsEndpoint" });

/** What only keys of `@pulumi/aws` say: the plugin sees none of them. */
const ofAws = byHost({ dynamic: it, plugin: it.skip });

/** What stands at the end; above it, each line is shown as it comes as well. */
const diagnosticsOf = (output: string) => output.split("Diagnostics:")[1]?.split("\n") ?? [];

describe("the stack's settings, under the engine", function () {
  this.timeout(240_000);
  let project: Project;
  let sts: StsServer;
  beforeEach(async () => {
    project = await Project.create();
    sts = await serveSts("123456789012");
  });
  afterEach(() => Promise.all([project.close(), sts.close()]));

  const model = (more = "") => project.program(`new ml.TrainedModel("churn", { ...args, ${more} });`);
  const set = async (key: string, value: string, ...flags: string[]) => {
    const { code, output } = await project.pulumi("config", "set", ...flags, key, value);
    assert.equal(code, 0, output);
  };
  /** A preview that must fail, and ask the service nothing. */
  const refused = async () => {
    const { code, output } = await project.pulumi("preview");
    assert.notEqual(code, 0, output);
    assert.equal(project.service.requests.length, 0);
    return output;
  };

  it("fails a preview for a setting that cannot be used, by its name", async () => {
    model();
    await set(`${ns}:assumeRoles[0].roleArn`, roleArn, "--path");
    await set(`${ns}:assumeRoles[0].polcy`, "{}", "--path");
    const told = `the setting \`${ns}:assumeRoles[0].polcy\` is not known; did you mean \`policy\`?`;
    assert.ok((await refused()).includes(told));
  });

  it("fails a preview of a training whose region is set nowhere, and knows that of the profile", async () => {
    model();
    delete project.env.AWS_REGION;
    const config = path.join(project.folder, "aws-config");
    writeFileSync(config, "[profile eu]\nregion = eu-west-1\n");
    project.env.AWS_CONFIG_FILE = config;
    const output = await refused();
    assert.match(output, /region[\s\S]* is set nowhere; set it here, with `pulumi config set (aws|cleanroomsml):region …`/);
    assert.ok(output.includes(`config set ${ns}:region`), output);
    await set(`${ns}:profile`, "eu");
    assert.equal((await project.pulumi("preview")).code, 0);
    assert.deepEqual(await project.previewed(), {
      "TrainedModel churn create": 1,
      "TrainingJob churn create": 1,
      "TrainingWaiter churn create": 1,
      "Stack shop-dev create": 1,
    });
  });

  it("fails a preview of a training whose region does not exist, of the input and of the configuration", async () => {
    model(`region: "us-eats-1"`);
    assert.match(await refused(), /region[\s\S]*is none of AWS's regions; did you mean `us-east-1`\?/);
    model();
    await set(`${ns}:region`, "eu-wets-1");
    const output = await refused();
    assert.match(output, /has a problem: the region of the configuration is none of AWS's; did you mean `eu-west-1`\?/);
    assert.ok(output.includes(`${ns}:skipRegionValidation`), output);
    await set(`${ns}:skipRegionValidation`, "true");
    assert.equal((await project.pulumi("preview")).code, 0);
  });

  ofAws("names the keys that are not obeyed, in one line, once for two models", async () => {
    project.program(`for (const name of ["churn", "other"]) new ml.TrainedModel(name, args);`);
    await set("aws:insecure", "true");
    await set("aws:tagPolicyCompliance", "error");
    const { code, output } = await project.pulumi("preview");
    assert.equal(code, 0, output);
    const told = diagnosticsOf(output).filter((line) => line.includes("aws:insecure"));
    assert.equal(told.length, 1, output);
    assert.match(told[0] ?? "", /warning: `aws:insecure`, `aws:tagPolicyCompliance`: not obeyed/);
  });

  it("shows once which client is used, where a person should hear of it", async () => {
    const scope = path.join(project.folder, "node_modules", "@aws-sdk");
    mkdirSync(scope, { recursive: true });
    cpSync(path.join(fixtures, "official-clients/too-old"), path.join(scope, "client-cleanroomsml"), {
      recursive: true,
    });
    project.program(`for (const name of ["churn", "other"]) new ml.TrainedModel(name, args);`);
    const { output } = await project.up();
    const told = diagnosticsOf(output).filter((line) => line.includes("built-in client"));
    assert.equal(told.length, 1, output);
    assert.match(
      told[0] ?? "",
      /warning: Clean Rooms ML is called over the built-in client: @aws-sdk\/client-cleanroomsml is installed, but/,
    );
  });

  it("assumes a role with all that restricts it, as `pulumi config set --path` writes it", async () => {
    model();
    await set(stsKey, sts.origin, "--path");
    await set(`${ns}:assumeRoles[0].roleArn`, roleArn, "--path");
    await set(`${ns}:assumeRoles[0].externalId`, "1234", "--path");
    await set(`${ns}:assumeRoles[0].duration`, "1h30m0s", "--path");
    await set(`${ns}:assumeRoles[0].policy`, '{"Version":"2012-10-17"}', "--path");
    await set(`${ns}:assumeRoles[0].policyArns[0]`, "arn:aws:iam::aws:policy/ReadOnlyAccess", "--path");
    await set(`${ns}:assumeRoles[0].tags.team`, "ml", "--path");
    await set(`${ns}:assumeRoles[0].transitiveTagKeys[0]`, "team", "--path");
    await set(`${ns}:assumeRoles[0].sourceIdentity`, "ci", "--path");
    // The service knows no such key: what matters is who asked, and for what.
    await project.upFails();
    const [asked] = sts.asked("AssumeRole");
    assert.deepEqual(
      [asked?.Policy, asked?.["PolicyArns.member.1.arn"], asked?.SourceIdentity],
      ['{"Version":"2012-10-17"}', "arn:aws:iam::aws:policy/ReadOnlyAccess", "ci"],
    );
    assert.deepEqual(
      [asked?.ExternalId, asked?.DurationSeconds, asked?.["Tags.member.1.Value"], asked?.["TransitiveTagKeys.member.1"]],
      ["1234", "5400", "ml", "team"],
    );
    assert.equal(keyOf(sts.received[0]?.headers.authorization), "test");
    assert.equal(project.service.creates, 0);
  });

  ofAws("trains with the keys of the configuration in an account that is allowed, and keeps no secret anywhere", async () => {
    const secretKey = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";
    await project.close();
    project = await Project.create({ credentials: [{ accessKeyId: "CONFIGURED", secretAccessKey: secretKey }] });
    model();
    await set("aws:accessKey", "CONFIGURED");
    await set("aws:secretKey", secretKey, "--secret");
    await set("aws:endpoints[0].sts", sts.origin, "--path");
    await set("aws:allowedAccountIds[0]", "210987654321", "--path");
    const failed = await project.upFails();
    assert.match(failed.output, /the account 123456789012, which `aws:allowedAccountIds` does not list/);
    assert.equal(project.service.requests.length, 0);
    await set("aws:allowedAccountIds[0]", "123456789012", "--path");
    const { output } = await project.up("--debug");
    assert.equal(project.service.creates, 1);
    assert.match(output, /debug: Clean Rooms ML is called over the built-in client/);
    assert.deepEqual(new Set(sts.keys()), new Set(["CONFIGURED"]));
    assert.ok(![failed.output, output, project.writtenText()].some((text) => text.includes(secretKey)));
  });

  it("keeps a model of a Provider out of an account that it does not allow", async () => {
    const accounts = `allowedAccountIds: ["210987654321"], stsEndpoint: "${sts.origin}", region: "us-east-1"`;
    project.program(`new ml.TrainedModel("churn", args, { provider: new ml.Provider("own", { ${accounts} }) });`);
    const { output } = await project.upFails();
    assert.match(output, /the account 123456789012, which `(aws|cleanroomsml):allowedAccountIds` does not list/);
    assert.ok(output.includes(`${ns}:allowedAccountIds`), output);
    assert.equal(project.service.requests.length, 0);
  });

  ofAws("refuses a tag that the stack leaves to others", async () => {
    model(`tags: { "auto:owner": "x" }`);
    await set("aws:ignoreTags.keyPrefixes[0]", "auto:", "--path");
    assert.match(await refused(), /tags[\s\S]*is a tag that `aws:ignoreTags` leaves to others/);
  });
});
