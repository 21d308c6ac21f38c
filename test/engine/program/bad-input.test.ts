import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { job } from "../../../provider/host";
import { jobInputs } from "../../core/fakes";
import { membership, Project } from "../harness";

const channel = (index: number) => `{ ...args.dataChannels[0], channelName: "c${index}" }`;
const channels = (count: number) => `[${Array.from({ length: count }, (_, index) => channel(index)).join(",")}]`;
const parent = `{ trainedModelArn: "${membership}/trained-model/p", channelName: "p" }`;

/** What is wrong, and the property that the error must name. */
const wrong: [inputs: string, property: string, mend?: RegExp][] = [
  ["membershipIdentifier: ''", "membershipIdentifier", /looks like `a1b2/],
  ["membershipIdentifier: 7", "membershipIdentifier"],
  ["membershipIdentifier: undefined", "membershipIdentifier", /^is required/],
  ["membershipIdentifier: 'x'", "membershipIdentifier", /^must be a UUID; .*looks like `a1b2/],
  [`membershipIdentifier: "${membership}"`, "membershipIdentifier", /^is an ARN, .*the part after `membership\/`/],
  ["name: ''", "name", /leave `name` out/],
  ["name: 'x'.repeat(64)", "name", /63/],
  ["name: 'rocket 🚀'", "name", /emoji/],
  [
    "configuredModelAlgorithmAssociationArn: 'arn:x'",
    "configuredModelAlgorithmAssociationArn",
    /^must be the ARN of a configured model algorithm association, such as `arn:aws:cleanrooms-ml:us-east-1:123456789012:membership\/…\/configured-model-algorithm-association\/…`/,
  ],
  [
    "configuredModelAlgorithmAssociationArn: 'arn:aws:cleanrooms-ml:us-east-1:123456789012:configured-model-algorithm/x'",
    "configuredModelAlgorithmAssociationArn",
    /^is the ARN of a configured model algorithm, and a configured model algorithm association is wanted/,
  ],
  ["hyperparameters: { epochs: '' }", "hyperparameters.epochs"],
  ["hyperparameters: { epochs: 'x'.repeat(2501) }", "hyperparameters.epochs", /2500/],
  ["hyperparameters: { epochs: ['1'] }", "hyperparameters.epochs"],
  [
    "hyperparameters: { epochs: Number(undefined) }",
    "hyperparameters.epochs",
    /is NaN, which is no number to send; was it made of a key/,
  ],
  ["hyperparameters: Object.fromEntries(Array.from({ length: 101 }, (_, i) => ['k' + i, 1]))", "hyperparameters", /100/],
  ["environment: { '1A': 'x' }", 'environment["1A"]', /^its key must be made of letters, digits and `_`/],
  ["environment: { A: 'x'.repeat(513) }", "environment.A", /512/],
  [
    "resourceConfig: { ...args.resourceConfig, instanceType: 'M5.2XLarge' }",
    "resourceConfig.instanceType",
    /begins with `ml\.`.*did you mean `ml\.m5\.2xlarge`\?/,
  ],
  ["resourceConfig: { volumeSizeInGB: 30 }", "resourceConfig.instanceType"],
  ["resourceConfig: { ...args.resourceConfig, volumeSizeInGB: 0 }", "resourceConfig.volumeSizeInGB", /8192/],
  ["resourceConfig: { ...args.resourceConfig, volumeSizeInGB: 8193 }", "resourceConfig.volumeSizeInGB", /8192/],
  ["resourceConfig: { ...args.resourceConfig, volumeSizeInGB: '30' }", "resourceConfig.volumeSizeInGB", /number/],
  ["resourceConfig: { ...args.resourceConfig, instanceCount: 6 }", "resourceConfig.instanceCount", /5/],
  ["resourceConfig: { ...args.resourceConfig, instanceCount: 1.5 }", "resourceConfig.instanceCount"],
  ["resourceConfig: { ...args.resourceConfig, instancetype: 'x' }", "resourceConfig.instancetype", /did you mean `instanceType`/],
  ["stoppingCondition: { maxRuntimeInSeconds: 0 }", "stoppingCondition.maxRuntimeInSeconds"],
  ["stoppingCondition: { maxRuntimeInSeconds: 2419201 }", "stoppingCondition.maxRuntimeInSeconds", /2419200/],
  ["incrementalTrainingDataChannels: []", "incrementalTrainingDataChannels", /leave it out/],
  [`incrementalTrainingDataChannels: [${parent}, ${parent}]`, "incrementalTrainingDataChannels"],
  [
    "incrementalTrainingDataChannels: [{ trainedModelArn: '', channelName: 'p' }]",
    "incrementalTrainingDataChannels[0].trainedModelArn",
    /give its `trainedModelArn` and its `versionIdentifier`/,
  ],
  ["dataChannels: []", "dataChannels"],
  [`dataChannels: ${channels(21)}`, "dataChannels", /20/],
  [`dataChannels: ${channels(20)}, incrementalTrainingDataChannels: [${parent}]`, "dataChannels", /20 channels in all/],
  [`dataChannels: [${channel(1)}, ${channel(1)}]`, "dataChannels[1].channelName", /the same as/],
  ["dataChannels: [{ ...args.dataChannels[0], channelName: 'a b' }]", "dataChannels[0].channelName", /^must be made of letters/],
  [
    "dataChannels: [{ channelName: 'a', mlInputChannelArn: args.configuredModelAlgorithmAssociationArn }]",
    "dataChannels[0].mlInputChannelArn",
    /^is the ARN of a configured model algorithm association, and an ML input channel is wanted/,
  ],
  [
    "dataChannels: [{ ...args.dataChannels[0], s3DataDistributionType: 'Sharded' }]",
    "dataChannels[0].s3DataDistributionType",
    /ShardedByS3Key/,
  ],
  ["trainingInputMode: 'file'", "trainingInputMode", /FastFile/],
  ["description: 'x'.repeat(256)", "description", /255/],
  ["kmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:alias/mine'", "kmsKeyArn", /^is the ARN of an alias, and a KMS key is wanted/],
  ["kmsKeyArn: 'alias/mine'", "kmsKeyArn", /^must be the ARN of a KMS key, such as `arn:aws:kms:us-east-1:123456789012:key\/…`/],
  ["tags: { 'aws:x': 'y' }", 'tags["aws:x"]', /aws:/],
  ["tags: { 'cleanroomsml:x': 'y' }", 'tags["cleanroomsml:x"]', /cleanroomsml:/],
  ["tags: { x: 'y'.repeat(257) }", "tags.x", /256/],
  ["tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => ['k' + i, 'v']))", "tags", /50/],
  ["mlModelTrainingPayerAccountId: '12345'", "mlModelTrainingPayerAccountId", /12 digits/],
  ["region: 'Ireland'", "region", /eu-west-1/],
  ["hyperParameters: { epochs: 1 }", "hyperParameters", /did you mean `hyperparameters`/],
  ["adopt: { trainedModelArn: 'x' }", "adopt.trainedModelArn", /^must be the ARN of a trained model, such as/],
  [
    "adopt: { trainedModelArn: args.configuredModelAlgorithmAssociationArn }",
    "adopt.trainedModelArn",
    /^is the ARN of a configured model algorithm association, and a trained model is wanted/,
  ],
];

/** The waiter is looked at once the job is found to be right. */
const ofWaiter: (typeof wrong)[number] = ["wait: 'no'", "wait", /true or false/];

/** What is wrong around the program, and what the error must name. */
const settings: [what: string, env: NodeJS.ProcessEnv, told: RegExp][] = [
  ["no region", { AWS_REGION: undefined }, /region[\s\S]*(cleanroomsml:region|aws:region)/],
  ["no credentials", { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined }, /AWS_PROFILE|aws:profile/],
  ["expired credentials", { AWS_ACCESS_KEY_ID: "old" }, /expired[\s\S]*log in again/],
  [
    "an endpoint that is down",
    { AWS_ENDPOINT_URL_CLEANROOMSML: "http://127.0.0.1:9" },
    /127\.0\.0\.1:9[\s\S]*AWS_ENDPOINT_URL_CLEANROOMSML/,
  ],
];

/** What a line of the engine says of an input: at the top of the inputs with its value, else with its path alone. */
function reasonIn(line: string, path: string): string | undefined {
  const of = /[.[]/.test(path) ? `resource 'bad' has a problem: ${path} ` : `resource 'bad': property ${path} value {`;
  const [, rest] = line.split(of);
  return of.endsWith("{") ? rest?.split("} has a problem: ")[1] : rest;
}

/** One model can have many mistakes, but no more than one in each input. */
function groupsOf(cases: typeof wrong): (typeof wrong)[] {
  const groups: { taken: Set<string>; cases: typeof wrong }[] = [];
  for (const one of cases) {
    const roots = [one[1].replace(/[.[].*/, ""), ...(one[0].includes("incremental") ? ["incrementalTrainingDataChannels"] : [])];
    let group = groups.find(({ taken }) => !roots.some((root) => taken.has(root)));
    if (!group) {
      group = { taken: new Set(), cases: [] };
      groups.push(group);
    }
    group.cases.push(one);
    for (const root of roots) group.taken.add(root);
  }
  return groups.map(({ cases: members }) => members);
}

describe("bad input under the engine", function () {
  this.timeout(240_000);
  let project: Project;
  let recorded: unknown;
  const proxy = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<html>Log in</html>"),
  );
  const good = `new ml.TrainedModel("good", args);`;

  before(async () => {
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    project = await Project.create({
      credentials: [
        { accessKeyId: "test", secretAccessKey: "test" },
        { accessKeyId: "old", secretAccessKey: "test", expired: true },
      ],
    });
    project.program(good);
    await project.up();
    recorded = await project.recorded();
  });
  after(async () => {
    proxy.close();
    await project.close();
  });

  /** What was recorded of the program's own models: failures may leave a component, which holds nothing. */
  const unchanged = async () => {
    const now = (await project.recorded()).filter(({ urn }) => !/(bad|late)$/.test(urn));
    assert.deepEqual(now, recorded);
    assert.equal(project.service.creates, 1);
  };

  // Each input is wrong once in the first two groups; the engine prints further mistakes of the same inputs alike.
  const [first = [], second = [], ...others] = groupsOf(wrong);

  for (const [inputs, property, mend = /./] of others.flat())
    it(`refuses ${inputs.slice(0, 70)}`, async () => {
      const args = new Function("args", `return { ...args, ${inputs} };`)(jobInputs());
      const { failures } = await job.check({}, args);
      const lines = failures.map((failure) => `${failure.property} ${failure.reason}`.trim());
      const reasons = lines.filter((line) => line.startsWith(`${property} `)).map((line) => line.slice(property.length + 1));
      assert.ok(
        reasons.some((reason) => mend.test(reason)),
        JSON.stringify(failures),
      );
    });

  for (const [index, group] of [first, second, [ofWaiter]].entries())
    it(`names the property and the mend of each input that is wrong, all in one run (${index + 1}: ${group.length} of them)`, async () => {
      project.program(`${good} new ml.TrainedModel("bad", { ...args, ${group.map(([inputs]) => inputs).join(", ")} });`);
      const { code, output } = await project.pulumi("up", "--yes");
      assert.notEqual(code, 0, output);
      const missing = group.filter(([, property, mend = /./]) => {
        const line = output.split("\n").find((text) => reasonIn(text, property) !== undefined) ?? "";
        return !mend.test(reasonIn(line, property) ?? "");
      });
      assert.deepEqual(missing, [], output);
      // The engine prints the value of what a failure names as its property, and finds none at a path.
      assert.doesNotMatch(output, /<nil>/);
      await unchanged();
    });

  it("says of an Output in a template string what it is and what to use, and shows no regular expression", async () => {
    project.program(`${good}
      const text = \`\${pulumi.output("x")}\`;
      const json = JSON.stringify({ epochs: pulumi.output(10) });
      new ml.TrainedModel("bad", { ...args, name: text, kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/" + text,
        hyperparameters: { config: json, fine: "1", [text]: "2" },
        resourceConfig: { ...args.resourceConfig, instanceType: "ml." + text },
        dataChannels: [{ mlInputChannelArn: "${membership}/ml-input-channel/" + text, channelName: text }, { ...args.dataChannels[0], channelName: text }] });`);
    const { code, stdout, output } = await project.pulumi("preview", "--json");
    assert.notEqual(code, 0, output);
    const report = await project.shell(`npx cleanroomsml report <<'EOF'\n${stdout}\nEOF`);
    const of = (what: string) =>
      `${what} the text of an Output, not its value; use \`pulumi.interpolate\` in place of the template string, or \`.apply\``;
    const told: { severity: string; message: string }[] = JSON.parse(stdout).diagnostics;
    assert.ok(
      told.every(({ message }) => !message.includes("Calling [")),
      output,
    );
    const lines = told
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => message.trim().replace(/^.* resource 'bad' has a problem: /, ""));
    assert.deepEqual(lines.sort(), [
      of("dataChannels[0].channelName is"),
      of("dataChannels[0].mlInputChannelArn holds"),
      of("dataChannels[1].channelName is"),
      of("hyperparameters has a key that is"),
      "hyperparameters.config holds the text of an Output, not its value; use `pulumi.jsonStringify` in place of `JSON.stringify`, or `.apply`",
      of("kmsKeyArn holds"),
      of("name is"),
      of("resourceConfig.instanceType holds"),
    ]);
    for (const line of lines) assert.ok(report.output.includes(`- \`bad\`: \`\` ${line} \`\``), report.output);
  });

  for (const [what, env, told] of settings)
    it(`names the setting and the mend for ${what}`, async () => {
      project.program(`${good} new ml.TrainedModel("late", args);`);
      const usual = { ...project.env };
      Object.assign(project.env, env);
      const { output } = await project.upFails();
      Object.assign(project.env, usual);
      assert.match(output, told);
      await unchanged();
    });

  it("names the setting and the mend for an endpoint that answers HTML", async () => {
    project.env.AWS_ENDPOINT_URL_CLEANROOMSML = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const { output } = await project.upFails();
    assert.match(output, /proxy|no JSON|not Clean Rooms ML's/);
    assert.match(output, /endpoint/i);
    await unchanged();
  });
});
