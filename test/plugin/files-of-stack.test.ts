import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keysInFiles } from "../../provider/plugin/files-of-stack";

describe("the keys that the plugin finds in the files of a stack", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cleanroomsml-files-"));
  after(() => rmSync(folder, { recursive: true }));

  const found = (project: string, stack = "") => {
    writeFileSync(path.join(folder, "Pulumi.yaml"), `name: shop\nruntime: yaml\n${project}`);
    writeFileSync(path.join(folder, "Pulumi.dev.yaml"), stack);
    return keysInFiles("urn:pulumi:acme:shop:dev::shop::pulumi:providers:cleanroomsml::default", folder);
  };

  it("are the project's, and the stack's before them", () => {
    const project = `config:
  aws:region: eu-west-1
  aws:profile: { value: prod }
  aws:token: { value: hush, secret: true }
  aws:maxRetries: { type: integer }
  aws:noProxy: { type: string, default: x }
`;
    const ofProject = { "aws:region": "eu-west-1", "aws:profile": "prod", "aws:token": undefined, "aws:noProxy": "x" };
    assert.deepEqual(found(project), ofProject);
    assert.deepEqual(found(project, "config:\n  aws:region: us-east-1\n"), { ...ofProject, "aws:region": "us-east-1" });
    assert.deepEqual(found("config: settings\n"), {});
  });

  it("show no secret at any depth", () => {
    const stack = `config:
  aws:region: { secure: "v1:4711" }
  aws:assumeRoles:
    - roleArn: arn:aws:iam::123456789012:role/training
      externalId: { secure: "v1:4711" }
`;
    const roles = [{ roleArn: "arn:aws:iam::123456789012:role/training", externalId: "…" }];
    assert.deepEqual(found("", stack), { "aws:region": undefined, "aws:assumeRoles": roles });
  });
});
