import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { version } from "../../package.json";
import { providerKeys } from "../../provider/core/run/provider-keys";
import { apiInputs } from "../../provider/kinds/trained-model/inputs";
import { trainedModelShape } from "../../provider/kinds/trained-model/shape";
import { pluginTypes, types } from "../../provider/kinds/trained-model/types";
import type { LimitArgs } from "../../provider/plugin/limits";
import type { TrainedModelArgs, TrainingJobArgs } from "../../provider/resources/trained-model/args";
import type { TrainedModelOutputs } from "../../provider/resources/trained-model/outputs";
import { enumOf, shapeOf } from "../../provider/service/model";
import { checkout } from "../folders";

interface Property {
  type?: string;
  $ref?: string;
  items?: Property;
  additionalProperties?: Property;
  oneOf?: Property[];
  description?: string;
  default?: unknown;
  secret?: boolean;
  replaceOnChanges?: boolean;
}
type Properties = Record<string, Property>;
interface Resource {
  description: string;
  isComponent?: boolean;
  inputProperties: Properties;
  requiredInputs?: string[];
  properties: Properties;
  required?: string[];
  aliases?: { type: string }[];
}
interface ObjectType {
  description: string;
  properties?: Properties;
  required?: string[];
  enum?: { name: string; value: string; description?: string }[];
}

const schema = JSON.parse(readFileSync(path.join(checkout, "plugin", "schema.json"), "utf8"));
const allTypes: Record<string, ObjectType> = schema.types;
const resources: Record<string, Resource> = schema.resources;

function resource(type: string): Resource {
  const found = resources[type];
  assert.ok(found, type);
  return found;
}

function typeOf(name: string): ObjectType {
  const found = allTypes[`cleanroomsml:index:${name}`];
  assert.ok(found, name);
  return found;
}

const named = (properties: Properties, keep: (property: Property) => unknown) =>
  Object.keys(properties).filter((name) => keep(properties[name] ?? {}));

/** Every property of the schema, with where it is. */
function* everyProperty(): Generator<[path: string, property: Property]> {
  const blocks: [string, Properties][] = [
    ["config", schema.config.variables],
    ["provider", schema.provider.inputProperties],
    ...Object.entries(resources).flatMap(([name, { inputProperties, properties }]): [string, Properties][] => [
      [`${name} inputs`, inputProperties],
      [`${name} outputs`, properties],
    ]),
    ...Object.entries(allTypes).map(([name, { properties = {} }]): [string, Properties] => [name, properties]),
  ];
  for (const [block, properties] of blocks)
    for (const [name, property] of Object.entries(properties)) yield [`${block}.${name}`, property];
}

// One that the classes get does not compile until it is here.
const jobArgs: Record<keyof TrainingJobArgs, true> = {
  membershipIdentifier: true,
  name: true,
  configuredModelAlgorithmAssociationArn: true,
  hyperparameters: true,
  environment: true,
  resourceConfig: true,
  stoppingCondition: true,
  incrementalTrainingDataChannels: true,
  dataChannels: true,
  trainingInputMode: true,
  description: true,
  kmsKeyArn: true,
  tags: true,
  mlModelTrainingPayerAccountId: true,
  region: true,
  adopt: true,
  maxInstanceHours: true,
};
const modelArgs: Record<keyof TrainedModelArgs, true> = { ...jobArgs, wait: true };
const { adopt, maxInstanceHours, ...outputsOfInputs } = jobArgs;
const modelOutputs: Record<keyof TrainedModelOutputs, true> = {
  ...outputsOfInputs,
  collaborationIdentifier: true,
  createTime: true,
  status: true,
  statusDetails: true,
  logsStatus: true,
  logsStatusDetails: true,
  metricsStatus: true,
  metricsStatusDetails: true,
  trainingContainerImageDigest: true,
  updateTime: true,
  trainedModelArn: true,
  versionIdentifier: true,
  ref: true,
};
const limits: Record<keyof LimitArgs, true> = { maxInstanceHours: true, maxConcurrentTrainings: true };

describe("the schema of the plugin", () => {
  it("is what the source says", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/schema.mjs", "--check"], {
      cwd: checkout,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
  });

  it("is of the package's version", () => {
    assert.equal(schema.version, version);
  });

  it("has every argument and output of the classes, and no other", () => {
    const model = resource(pluginTypes.component);
    const job = resource(pluginTypes.job);
    assert.equal(model.isComponent, true);
    assert.deepEqual(Object.keys(model.inputProperties).sort(), Object.keys(modelArgs).sort());
    assert.deepEqual(Object.keys(model.properties).sort(), Object.keys(modelOutputs).sort());
    assert.deepEqual(Object.keys(job.inputProperties).sort(), Object.keys(jobArgs).sort());
    assert.deepEqual(Object.keys(resource(pluginTypes.waiter).inputProperties), ["jobId", "wait", "region"]);
  });

  it("has every setting, and no other", () => {
    const settings = [...Object.keys(providerKeys), ...Object.keys(limits)].sort();
    assert.deepEqual(Object.keys(schema.config.variables).sort(), settings);
    assert.deepEqual(Object.keys(schema.provider.inputProperties).sort(), settings);
  });

  it("describes each property, type and resource", () => {
    for (const [place, { description = "" }] of everyProperty()) assert.match(description, /\w.*\.$/, place);
    for (const [name, { description }] of [...Object.entries(allTypes), ...Object.entries(resources)])
      assert.match(description, /\w/, name);
  });

  it("says nothing of the dynamic host", () => {
    for (const [place, { description = "" }] of everyProperty())
      assert.doesNotMatch(description, /dynamic|`aws:[a-zA-Z]+`|[Ss]pread (it|the)/, place);
  });

  it("asks for what the service asks for, but for the name, which the package chooses", () => {
    const required = (shapeOf("CreateTrainedModelRequest").required ?? []).filter((name) => name !== "name");
    assert.deepEqual(resource(pluginTypes.component).requiredInputs?.sort(), required.sort());
    assert.deepEqual(resource(pluginTypes.job).requiredInputs?.sort(), required.sort());
    for (const [name, shape] of [
      ["ResourceConfig", "ResourceConfig"],
      ["DataChannel", "ModelTrainingDataChannel"],
      ["IncrementalTrainingDataChannel", "IncrementalTrainingDataChannel"],
    ] as const)
      assert.deepEqual([...(typeOf(name).required ?? [])].sort(), [...(shapeOf(shape).required ?? [])].sort(), name);
  });

  it("has the service's enums", () => {
    for (const [name, shape] of [
      ["InstanceType", "InstanceType"],
      ["TrainingInputMode", "TrainingInputMode"],
      ["S3DataDistributionType", "S3DataDistributionType"],
      ["TrainedModelStatus", "TrainedModelStatus"],
      ["PublishStatus", "LogsStatus"],
    ] as const) {
      const values = typeOf(name).enum ?? [];
      assert.deepEqual(
        values.map(({ value }) => value),
        [...enumOf(shape)],
      );
      assert.equal(new Set(values.map((one) => one.name)).size, values.length);
    }
    const instanceType = typeOf("ResourceConfig").properties?.instanceType;
    assert.deepEqual(
      instanceType?.oneOf?.map(({ $ref }) => $ref),
      [undefined, "#/types/cleanroomsml:index:InstanceType"],
      "AWS may add a type",
    );
  });

  it("says which inputs replace: those of the service that no update changes, and the region", () => {
    const kept: readonly string[] = ["tags", ...(trainedModelShape.updatedInPlace ?? [])];
    const replaces = [...apiInputs, "region"].filter((name) => !kept.includes(name)).sort();
    const { inputProperties } = resource(pluginTypes.job);
    assert.deepEqual(named(inputProperties, ({ replaceOnChanges }) => replaceOnChanges).sort(), replaces);
    assert.deepEqual(
      named(resource(pluginTypes.waiter).inputProperties, (property) => property.replaceOnChanges),
      ["jobId"],
    );
  });

  it("leaves it to the provider to replace: no SDK does so by itself", () => {
    const outputTypes = Object.entries(resources).flatMap(([, { properties }]) => Object.values(properties).flatMap(refsIn));
    for (const name of outputTypes)
      assert.deepEqual(
        named(allTypes[name]?.properties ?? {}, ({ replaceOnChanges }) => replaceOnChanges),
        [],
        name,
      );
    for (const { properties } of Object.values(resources))
      assert.deepEqual(
        named(properties, ({ replaceOnChanges }) => replaceOnChanges),
        [],
      );
  });

  it("takes texts, numbers and booleans for hyperparameters and environment, and gives texts", () => {
    for (const type of [pluginTypes.component, pluginTypes.job])
      for (const name of ["hyperparameters", "environment"]) {
        const { inputProperties, properties } = resource(type);
        const taken = inputProperties[name]?.additionalProperties?.oneOf?.map((one) => one.type);
        assert.deepEqual(taken, ["string", "number", "boolean"]);
        assert.deepEqual(properties[name]?.additionalProperties, { type: "string" });
      }
  });

  it("knows the resources of the dynamic host by their aliases", () => {
    assert.deepEqual(resource(pluginTypes.job).aliases, [{ type: types.job }]);
    assert.deepEqual(resource(pluginTypes.waiter).aliases, [{ type: types.waiter }]);
  });

  it("mentions only types that it has", () => {
    for (const [place, property] of everyProperty()) for (const name of refsIn(property)) assert.ok(name in allTypes, place);
  });
});

/** The types that a property is made of, without those further down. */
function refsIn({ $ref, items, additionalProperties, oneOf = [] }: Property): string[] {
  const inner = [items, additionalProperties, ...oneOf].flatMap((one) => (one === undefined ? [] : refsIn(one)));
  return [...($ref === undefined ? [] : [$ref.replace("#/types/", "")]), ...inner];
}
