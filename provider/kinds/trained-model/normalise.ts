import { withoutNulls } from "../../core/values/without-nulls";
import { isRecord } from "../../utils/guards";
import { versionFrom } from "./identity";

/**
 * The inputs as the API wants them: hyperparameters and environment as text, a first version without an identifier, a channel without the
 * service's name of its model, nothing that is null.
 * A value of a wrong type is left as it is, for the check to name.
 */
export function normalise(bag: Record<string, unknown>): Record<string, unknown> {
  const inputs = withoutNulls(bag);
  for (const key of ["hyperparameters", "environment"]) {
    const map = inputs[key];
    if (isRecord(map)) inputs[key] = Object.fromEntries(Object.entries(map).map(([name, value]) => [name, asText(value)]));
  }
  if (isRecord(inputs.adopt)) inputs.adopt = withFirstVersion(inputs.adopt);
  if (Array.isArray(inputs.incrementalTrainingDataChannels)) {
    inputs.incrementalTrainingDataChannels = inputs.incrementalTrainingDataChannels.map((channel: unknown) =>
      isRecord(channel) ? withFirstVersion(withoutName(channel)) : channel,
    );
  }
  return inputs;
}

function asText(value: unknown): unknown {
  // `Number(undefined)` is NaN: as the text "NaN" it would train another model in silence.
  return Number.isFinite(value) || typeof value === "boolean" ? String(value) : value;
}

/** "NULL" is how the service writes "the first version", and what it refuses to read. */
function withFirstVersion({ versionIdentifier, ...rest }: Record<string, unknown>): Record<string, unknown> {
  const isFirst =
    typeof versionIdentifier === "string" && versionIdentifier !== "" && versionFrom(versionIdentifier) === undefined;
  return versionIdentifier === undefined || isFirst ? rest : { ...rest, versionIdentifier };
}

/** An output that is given back as an input has the service's name of the model, which no request takes. */
function withoutName({ modelName: _, ...channel }: Record<string, unknown>): Record<string, unknown> {
  return channel;
}
