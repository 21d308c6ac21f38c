import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keyOf, type StsServer, serveSts } from "../../aws/connection/sts";
import { fixtures } from "../../folders";
import { Project } from "../harness";

const roleArn = "arn:aws:iam::123456789012:role/training";

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
    await set("aws:assumeRoles[0].roleArn", roleArn, "--path");
    await set("aws:assumeRoles[0].polcy", "{}", "--path");
    assert.match(await refused(), /the setting `aws:assumeRoles\[0\]\.polcy` is not known; did you mean `policy`\?/);
  });

  it("fails a preview of a training whose region is set nowhere, and knows that of the profile", async () => {
    model();
    delete project.env.AWS_REGION;
    const config = path.join(project.folder, "aws-config");
    writeFileSync(config, "[profile eu]\nregion = eu-west-1\n");
    project.env.AWS_CONFIG_FILE = config;
    assert.match(await refused(), /region[\s\S]* is set nowhere; set it here, with `pulumi config set aws:region …`/);
    await set("aws:profile", "eu");
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
    await set("aws:region", "eu-wets-1");
    assert.match(await refused(), /has a problem: the region of the configuration is none of AWS's; did you mean `eu-west-1`\?/);
    await set("aws:skipRegionValidation", "true");
    assert.equal((await project.pulumi("preview")).code, 0);
  });

  it("names the keys that are not obeyed, in one line, once for two models", async () => {
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
    await set("aws:endpoints[0].sts", sts.origin, "--path");
    await set("aws:assumeRoles[0].roleArn", roleArn, "--path");
    await set("aws:assumeRoles[0].externalId", "1234", "--path");
    await set("aws:assumeRoles[0].duration", "1h30m0s", "--path");
    await set("aws:assumeRoles[0].policy", '{"Version":"2012-10-17"}', "--path");
    await set("aws:assumeRoles[0].policyArns[0]", "arn:aws:iam::aws:policy/ReadOnlyAccess", "--path");
    await set("aws:assumeRoles[0].tags.team", "ml", "--path");
    await set("aws:assumeRoles[0].transitiveTagKeys[0]", "team", "--path");
    await set("aws:assumeRoles[0].sourceIdentity", "ci", "--path");
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

  it("trains with the keys of the configuration in an account that is allowed, and keeps no secret anywhere", async () => {
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
    assert.match(output, /the account 123456789012, which `aws:allowedAccountIds` does not list/);
    assert.equal(project.service.requests.length, 0);
  });

  it("refuses a tag that the stack leaves to others", async () => {
    model(`tags: { "auto:owner": "x" }`);
    await set("aws:ignoreTags.keyPrefixes[0]", "auto:", "--path");
    assert.match(await refused(), /tags[\s\S]*is a tag that `aws:ignoreTags` leaves to others/);
  });
});
