import assert from "node:assert/strict";
import { errorSchemas } from "../../../provider/aws/client/error-schemas";
import { exportJobOperations } from "../../../provider/aws/client/export-jobs/schemas";
import { inferenceJobOperations } from "../../../provider/aws/client/inference-jobs/schemas";
import { mlConfigurationOperations } from "../../../provider/aws/client/ml-configuration/schemas";
import { mlInputChannelOperations } from "../../../provider/aws/client/ml-input-channels/schemas";
import { tagOperations } from "../../../provider/aws/client/tags/schemas";
import { trainedModelOperations } from "../../../provider/aws/client/trained-models/schemas";
import { operations as modelled, type Shape, shapeOf } from "../../../provider/service/model";

/** A schema, told in the words of the extract. */
interface Told {
  type: string;
  members?: Record<string, Told & { location?: string }>;
  required?: string[];
  member?: Told;
}

/** The SDK's notation, read from its documentation: `[3, ns, name, traits, names, types, required]` and its like. */
function toldBySchema(ref: unknown): Told {
  if (ref === 0) return { type: "string" };
  if (ref === 1) return { type: "number" };
  if (ref === 2) return { type: "boolean" };
  if (ref === 5) return { type: "timestamp" };
  if (ref === 64) return { type: "list", member: { type: "string" } };
  if (ref === 128) return { type: "map" };
  if (ref === "unit") return { type: "structure", members: {}, required: [] };
  assert.ok(Array.isArray(ref), `no schema: ${String(ref)}`);
  if (ref.length === 2) return { ...toldBySchema(ref[0]), ...locationOf(ref[1]) };
  const [kind, , , , first, second, required = 0] = ref;
  if (kind === 1) return { type: "list", member: toldBySchema(first) };
  assert.ok(kind === 3 || kind === -3);
  const members = Object.fromEntries((first as string[]).map((name, i) => [name, toldBySchema(second[i])]));
  return { type: "structure", members, required: (first as string[]).slice(0, required).sort() };
}

const locationOf = (traits: unknown) => {
  if (traits === 1) return { location: "uri" };
  const { httpQuery } = traits as { httpQuery: string };
  return { location: `querystring ${httpQuery}` };
};

function toldByModel(name: string): Told {
  const shape: Shape = shapeOf(name);
  if (shape.type === "integer" || shape.type === "long" || shape.type === "double") return { type: "number" };
  if (shape.type === "list") return { type: "list", member: toldByModel(shape.member?.shape ?? "") };
  if (shape.type === "map") {
    assert.deepEqual(
      [toldByModel(shape.key?.shape ?? ""), toldByModel(shape.value?.shape ?? "")],
      [{ type: "string" }, { type: "string" }],
    );
    return { type: "map" };
  }
  if (shape.type !== "structure") return { type: shape.type };
  const members = Object.entries(shape.members ?? {}).map(([member, { shape: of, location, locationName }]) => [
    member,
    { ...toldByModel(of), ...(location && { location: location === "uri" ? location : `${location} ${locationName}` }) },
  ]);
  return { type: "structure", members: Object.fromEntries(members), required: [...(shape.required ?? [])].sort() };
}

const operations = {
  ...trainedModelOperations,
  ...mlInputChannelOperations,
  ...inferenceJobOperations,
  ...exportJobOperations,
  ...mlConfigurationOperations,
  ...tagOperations,
};

describe("the schemas, against the service model", () => {
  it("has the same operations", () => {
    assert.deepEqual(Object.keys(operations), Object.keys(modelled));
  });

  // The interfaces of service/shapes/ are held to these same schemas by the compiler (`structure<T>` in schema.ts).
  for (const [name, schema] of Object.entries(operations)) {
    const operation = modelled[name];
    it(name, () => {
      assert.ok(operation);
      const [, , , traits, input, output] = schema;
      const { method, requestUri, responseCode } = operation.http;
      assert.deepEqual(traits, { http: [method, requestUri, responseCode] });
      assert.deepEqual(toldBySchema(input), toldByModel(operation.input.shape));
      assert.deepEqual(
        toldBySchema(output),
        operation.output ? toldByModel(operation.output.shape) : { type: "structure", members: {}, required: [] },
      );
    });
  }

  it("has every error that an operation models, with its status and whose fault it is", () => {
    const names = new Set(Object.values(modelled).flatMap(({ errors }) => errors.map(({ shape }) => shape)));
    assert.deepEqual(new Set(Object.keys(errorSchemas)), names);
    for (const [name, schema] of Object.entries(errorSchemas)) {
      const { error } = shapeOf(name);
      assert.deepEqual(toldBySchema(schema), toldByModel(name));
      assert.deepEqual(schema[3], { error: error?.senderFault ? "client" : "server", httpError: error?.httpStatusCode });
    }
  });
});
