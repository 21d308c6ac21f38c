import { filledIn } from "../../core/values/filled";
import type { Values } from "../../core/values/pick";
import type { GetMLConfigurationResponse } from "../../service/shapes";
import { defined } from "../../utils/defined";
import { apiInputs } from "./inputs";

/** Everything that an ML configuration says. */
export const configurationOutputNames = [...apiInputs, "region", "owned", "createTime", "updateTime"] as const;

/** What the state records beside the inputs. */
export interface Recorded {
  region: string | undefined;
  /** Whether this stack made it. The service has no place for it. */
  owned: boolean;
}

/** What the state records: the inputs where the program gave any, elsewhere what was found. */
export function configurationOutputs(
  inputs: Values,
  found: Partial<GetMLConfigurationResponse>,
  { region, owned }: Recorded,
): Values {
  const { overwrite: _, ...given } = inputs;
  const { defaultOutputLocation, createTime, updateTime } = found;
  return {
    ...filledIn(given, defined({ defaultOutputLocation, region }), {}),
    owned,
    ...defined({ createTime: createTime?.toISOString(), updateTime: updateTime?.toISOString() }),
  };
}
