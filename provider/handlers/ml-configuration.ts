import { checkInputs } from "../core/check/check";
import { oneForEach } from "../core/check/one-for-each";
import type { Context } from "../core/run/context";
import type { Engine } from "../core/run/ports";
import { diffInputs } from "../core/values/diff";
import { recordedInputs } from "../core/values/filled";
import type { Values } from "../core/values/pick";
import { redacted, secretTexts } from "../core/values/redact";
import { UNKNOWN } from "../core/values/unknown";
import { ensureConfiguration } from "../kinds/ml-configuration/ensure";
import { placeOf } from "../kinds/ml-configuration/find";
import { inputsOf } from "../kinds/ml-configuration/inputs";
import { mlConfiguration } from "../kinds/ml-configuration/kind";
import { configurationOutputs } from "../kinds/ml-configuration/outputs";
import { putConfiguration } from "../kinds/ml-configuration/put";
import { readConfiguration } from "../kinds/ml-configuration/read";
import { removeConfiguration } from "../kinds/ml-configuration/remove";
import { adviceOn } from "./announce";
import { checkFailure, guarded } from "./failures";
import type { Handlers } from "./handlers";
import type { Request } from "./request";
import type { Run } from "./run";

const { shape } = mlConfiguration;

/** The ML configuration of a membership: one there is for each, put in place and unpaid. Its id is the membership's. */
export function mlConfigurationHandlers(run: Run): Handlers {
  const { engineRun, settings } = run;
  const contextOf = (resource: Request, values: Values): Context => {
    const engine = withoutTexts(run.engine, secretTexts(values, resource.secrets));
    return { ...run, ...settings.ofCalls(), engine, resource };
  };
  const regionOf = async (inputs: Values) => (await settings.ofCheck(inputs, true)).settings.region;
  return {
    async check(request) {
      const { urn, secrets, olds, news } = request;
      const isToCome = olds === undefined;
      engineRun.noteCheck(urn, olds && recordedInputs(olds, shape.inputs), request.unknowns);
      const found = await settings.ofCheck(news, isToCome);
      const { inputs, errors, warnings } = checkInputs(news, request, mlConfiguration, found.settings);
      const twice = oneForEach(inputs, urn, found.settings.region, engineRun, mlConfiguration.words.thing);
      adviceOn(warnings, inputs, request, run);
      const texts = secretTexts(inputs, secrets);
      return {
        inputs,
        failures: [...found.issues, ...errors, ...twice].map((issue) => checkFailure(issue, secrets, texts)),
      };
    },

    diff({ urn, olds, news, replaceOnChanges }) {
      const unknowns = engineRun.unknownPaths(urn);
      const { updates, replaces } = diffInputs(olds, news, shape, { unknowns, replaceOnChanges });
      return { updates, replaces };
    },

    create(request) {
      const { inputs, secrets, isPreview } = request;
      return guarded(inputs, secrets, async () => {
        if (isPreview) {
          const later = { region: UNKNOWN, owned: UNKNOWN, createTime: UNKNOWN, updateTime: UNKNOWN };
          return { id: "", outputs: { ...later, ...inputs } };
        }
        const given = inputsOf(inputs);
        const region = given.region ?? (await regionOf(inputs));
        const outputs = await ensureConfiguration(given, region, contextOf(request, inputs));
        engineRun.noteCurrent(request.urn, placeOf({ ...given, ...(region !== undefined && { region }) }));
        return { id: given.membershipIdentifier, outputs };
      });
    },

    read(request) {
      const { id, olds, secrets } = request;
      return guarded(olds, secrets, async () => {
        const region = typeof olds.region === "string" ? olds.region : await regionOf(olds);
        return readConfiguration(id, olds, region, contextOf(request, olds));
      });
    },

    update(request) {
      const { olds, inputs, secrets, isPreview } = request;
      return guarded(inputs, secrets, async () => {
        const recorded = { region: typeof olds.region === "string" ? olds.region : undefined, owned: olds.owned === true };
        if (isPreview) return { ...configurationOutputs(inputs, {}, recorded), createTime: olds.createTime, updateTime: UNKNOWN };
        const { region: _, ...given } = inputsOf(inputs);
        const put = await putConfiguration(
          { ...given, ...(recorded.region && { region: recorded.region }) },
          contextOf(request, inputs),
        );
        return configurationOutputs(inputs, put ?? {}, recorded);
      });
    },

    delete(request) {
      const { olds, secrets } = request;
      return guarded(olds, secrets, () => removeConfiguration(olds, contextOf(request, olds)));
    },
  };
}

/** The engine, to which some texts are never told: what the service has may repeat a secret of the program. */
function withoutTexts(engine: Engine, texts: readonly string[]): Engine {
  return {
    isAlive: () => engine.isAlive(),
    status: (urn, message) => engine.status(urn, redacted(message, texts)),
    log: (severity, urn, message) => engine.log(severity, urn, redacted(message, texts)),
  };
}
