import extract from "./cleanroomsml.json";

/** One shape of the service model: what botocore's `service-2.json` says of it, without the prose. */
export interface Shape {
  type: "structure" | "list" | "map" | "string" | "integer" | "long" | "double" | "timestamp" | "boolean";
  required?: string[];
  members?: Record<string, { shape: string; location?: string; locationName?: string }>;
  member?: { shape: string };
  key?: { shape: string };
  value?: { shape: string };
  min?: number;
  max?: number;
  pattern?: string;
  enum?: string[];
  error?: { httpStatusCode: number; senderFault?: boolean };
}

/** One operation of the service model. */
export interface Operation {
  name: string;
  http: { method: string; requestUri: string; responseCode: number };
  input: { shape: string };
  output?: { shape: string };
  errors: { shape: string }[];
}

const shapes = extract.shapes as Record<string, Shape>;

/** Every operation that this package uses, by name. */
export const operations = extract.operations as Record<string, Operation>;

/** The shape of that name; asking for one the extract lacks is a mistake in this package. */
export function shapeOf(name: string): Shape {
  const shape = shapes[name];
  if (!shape) throw new Error(`the service model has no shape ${name}`);
  return shape;
}

/** The legal values of an enum shape, in the model's order. */
export function enumOf(name: string): readonly string[] {
  return shapeOf(name).enum ?? [];
}
