import assert from "node:assert/strict";
import { unseenKeys } from "../../provider/settings/unseen-keys";

/** What each mend says after the words that all begin with. */
const told = (keys: Record<string, unknown>, own: Record<string, unknown> = {}, env: NodeJS.ProcessEnv = {}) =>
  unseenKeys(keys, own, env).map((text) => text.replace(/^the provider plugin cleanroomsml does not see /, ""));

describe("a key of @pulumi/aws that the plugin does not see", () => {
  it("has a command that says the same, with its value where a shell takes it", () => {
    assert.deepEqual(told({ "aws:region": "eu-west-1", "aws:profile": "it's mine" }), [
      "`aws:profile`: run `pulumi config set cleanroomsml:profile 'it'\\''s mine'`",
      "`aws:region`: run `pulumi config set cleanroomsml:region eu-west-1`",
    ]);
    assert.deepEqual(told({ "aws:defaultTags": '{"tags":{"team":"ml"}}' }), [
      '`aws:defaultTags`: run `pulumi config set cleanroomsml:defaultTags \'{"team":"ml"}\'`',
    ]);
    assert.deepEqual(told({ "aws:assumeRole": { roleArn: "a" } }), [
      '`aws:assumeRole`: run `pulumi config set cleanroomsml:assumeRoles \'[{"roleArn":"a"}]\'`',
    ]);
  });

  it("has its endpoints in two keys, each on its own", () => {
    const local = "http://127.0.0.1:4566";
    const config = { "aws:endpoints": JSON.stringify([{ s3: local }, { cleanroomsml: local, sts: local }]) };
    const commands = ["endpoint", "stsEndpoint"].map(
      (name) => `\`aws:endpoints\`: run \`pulumi config set cleanroomsml:${name} ${local}\``,
    );
    assert.deepEqual(told(config), commands);
    assert.deepEqual(told(config, { endpoint: local }), commands.slice(1));
    assert.deepEqual(told(config, { endpoint: local, stsEndpoint: local }), []);
    assert.deepEqual(told({ "aws:endpoints": [{ s3: local }] }), []);
    assert.equal(told({ "aws:endpoints": undefined }).length, 1);
  });

  it("is a variable of the environment where there is no key", () => {
    const config = { "aws:skipMetadataApiCheck": "true", "aws:ec2MetadataServiceEndpoint": "http://127.0.0.1" };
    assert.deepEqual(told(config), [
      "`aws:ec2MetadataServiceEndpoint`: set the environment variable `AWS_EC2_METADATA_SERVICE_ENDPOINT=http://127.0.0.1`",
      "`aws:skipMetadataApiCheck`: set the environment variable `AWS_EC2_METADATA_DISABLED=true`",
    ]);
    assert.deepEqual(told(config, {}, { AWS_EC2_METADATA_SERVICE_ENDPOINT: "x", AWS_EC2_METADATA_DISABLED: "true" }), []);
    assert.deepEqual(told({ "aws:skipMetadataApiCheck": "false" }), []);
  });

  it("is satisfied by any identity of the plugin's own", () => {
    const config = { "aws:accessKey": undefined, "aws:secretKey": undefined, "aws:assumeRoles": undefined };
    assert.equal(told(config).length, 2);
    assert.deepEqual(told(config, { profile: "prod" }), []);
  });

  it("that is empty, or another's, or secret, is told as such", () => {
    assert.deepEqual(told({ "aws:region": "", "shop:region": "x", "aws:s3UsePathStyle": "true" }), []);
    assert.deepEqual(told({ "aws:region": undefined }), ["`aws:region`: run `pulumi config set cleanroomsml:region …`"]);
  });
});
