import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type * as vars from "@pulumi/aws/config/vars";
import { type AwsKey, awsKeys, awsKeysLeftAside } from "../../provider/settings/aws-keys";
import { ownKeys, requireKnownKeys } from "../../provider/settings/own-keys";
import { readInstanceHoursLimit, readSettings } from "../../provider/settings/settings";

/** The compiler holds the table to the package: a key that it gains does not compile. */
const held: Record<keyof typeof vars, AwsKey> = awsKeys;

/** Keys of older releases, which a stack may still have. */
const older = ["assumeRole", "s3ForcePathStyle", "sharedCredentialsFile", "skipGetEc2Platforms"];

describe("the keys of @pulumi/aws", () => {
  it("are all in the table, and no others", () => {
    const file = readFileSync(require.resolve("@pulumi/aws/config/vars.d.ts"), "utf8");
    const declared = [...file.matchAll(/^export declare const (\w+):/gm)].map(([, name = ""]) => name);
    assert.ok(declared.length > 30);
    assert.deepEqual(Object.keys(held).sort(), [...declared, ...older].sort());
  });

  it("that are obeyed are read, and the others are not", () => {
    const asked = new Set<string>();
    readSettings((key) => void asked.add(key), {});
    // Read only where another one is set.
    asked.add("aws:skipRequestingAccountId");
    for (const [name, { is }] of Object.entries<AwsKey>(awsKeys)) assert.equal(asked.has(`aws:${name}`), is === "obeyed", name);
  });

  it("that are not obeyed are named, but for those that ask for nothing", () => {
    const stack: Record<string, unknown> = {
      "aws:insecure": "true",
      "aws:tagPolicyCompliance": "error",
      "aws:s3UsePathStyle": "true",
    };
    assert.deepEqual(
      awsKeysLeftAside((key) => stack[key]),
      ["aws:insecure", "aws:tagPolicyCompliance"],
    );
    assert.deepEqual(
      awsKeysLeftAside((key) => ({ "aws:insecure": "false", "aws:tagPolicyCompliance": "disabled" })[key]),
      [],
    );
  });
});

describe("the keys of this package", () => {
  it("are those that are read", () => {
    const asked = new Set<string>();
    const ask = (key: string) => void asked.add(key);
    readSettings(ask, {});
    readInstanceHoursLimit(ask);
    const ours = [...asked].filter((key) => key.startsWith("cleanroomsml:")).map((key) => key.split(":")[1]);
    assert.deepEqual(ours.sort(), [...ownKeys].sort());
  });

  it("are the only ones", () => {
    const known = Object.fromEntries([...ownKeys, "version"].map((key) => [`cleanroomsml:${key}`, "x"]));
    requireKnownKeys({ ...known, "shop:maxInstanceHour": "x", "aws:nonsense": "x" }, "shop");
    const mistyped = { "cleanroomsml:maxInstanceHour": "1" };
    assert.throws(
      () => requireKnownKeys(mistyped, "shop"),
      /the setting `cleanroomsml:maxInstanceHour` does not exist; did you mean `cleanroomsml:maxInstanceHours`\?/,
    );
    requireKnownKeys(mistyped, "cleanroomsml");
    requireKnownKeys(undefined, "shop");
  });
});
