import { CustomResource, type CustomResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { configurationOutputNames } from "../../kinds/ml-configuration/outputs";
import { configurationPluginTypes, configurationTypes } from "../../kinds/ml-configuration/types";
import { requireUsable } from "../shared/options";
import { resourceProperties } from "../shared/properties";
import { registrationOf, typesHere } from "../shared/registration";
import { requireInputs } from "../shared/whole-resources";
import type { MlConfigurationArgs } from "./args";
import type * as outputs from "./outputs";

const TYPE = "MlConfiguration";

const part = { part: "mlConfiguration", dynamic: configurationTypes, plugin: configurationPluginTypes } as const;

/** What the service chooses where the program says nothing; a preview shows no line for it. */
const chosen = ["owned", "createTime", "updateTime"];

/**
 * Where the logs and metrics of a membership's jobs go, and the outputs that it receives. A membership has one. If it has the same one
 * already, the stack takes it over and never deletes it; another one is an error, unless `overwrite` is true. Nothing is paid for.
 *
 * @example
 * ```typescript
 * import { MlConfiguration } from "pulumi-cleanroomsml";
 *
 * const configuration = new MlConfiguration("logs", {
 *   membershipIdentifier: "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
 *   defaultOutputLocation: {
 *     roleArn: "arn:aws:iam::123456789012:role/cleanrooms-ml-output",
 *     destination: { s3Destination: { s3Uri: "s3://churn-models/outputs" } },
 *   },
 * });
 * export const owned = configuration.owned;
 * ```
 */
export class MlConfiguration extends CustomResource implements outputs.MlConfigurationOutputs {
  declare readonly membershipIdentifier: Output<string>;
  declare readonly defaultOutputLocation: Output<outputs.MLOutputConfiguration>;
  declare readonly region: Output<string>;
  declare readonly owned: Output<boolean>;
  declare readonly createTime: Output<string | undefined>;
  declare readonly updateTime: Output<string | undefined>;

  constructor(name: string, args: MlConfigurationArgs, opts?: CustomResourceOptions);
  /** @internal */
  constructor(name: string, lookup: Pick<MlConfigurationArgs, "region">, opts: CustomResourceOptions & { id: Input<string> });
  constructor(name: string, args: Partial<MlConfigurationArgs>, opts: CustomResourceOptions = {}) {
    requireUsable(TYPE, name, opts, "The first `pulumi up` takes a configuration with the same values over.");
    requireInputs(TYPE, name, args, () => "give one of its outputs, such as `role.arn`");
    const properties = resourceProperties(name, args, opts, {
      types: typesHere(part),
      part: "mlConfiguration",
      outputs: configurationOutputNames,
    });
    const { type, ...registered } = registrationOf(part, properties, opts, () => [
      ...(opts.hideDiffs ?? []),
      ...chosen,
      ...(args.region === undefined ? ["region"] : []),
    ]);
    super(type, name, registered.properties, registered.options);
  }

  /**
   * Looks up the configuration of a membership. The stack does not own it: it never changes or deletes it. If the membership has none,
   * this is an error.
   *
   * @example
   * ```typescript
   * import { MlConfiguration } from "pulumi-cleanroomsml";
   *
   * const configuration = MlConfiguration.get("logs", "0a1b2c3d-4e5f-6789-abcd-ef0123456789");
   * export const location = configuration.defaultOutputLocation;
   * ```
   */
  static get(
    name: string,
    membershipIdentifier: Input<string>,
    region?: Input<string>,
    opts: CustomResourceOptions = {},
  ): MlConfiguration {
    return new MlConfiguration(name, { region }, { ...opts, id: membershipIdentifier });
  }
}
