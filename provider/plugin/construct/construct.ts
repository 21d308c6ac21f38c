import type { ConstructRequest, ConstructResponse } from "@pulumi/pulumi/proto/provider_pb";
import { jobOutputNames } from "../../kinds/trained-model/outputs";
import { pluginTypes, types } from "../../kinds/trained-model/types";
import { waiterOutputNames } from "../../kinds/trained-model/waiter-outputs";
import { bareUrn, urnOf } from "../../resources/shared/output-internals";
import type { TrainedModelArgs } from "../../resources/trained-model/args";
import { TrainedModel } from "../../resources/trained-model/trained-model";
import { failed } from "../errors";
import { messages, Struct } from "../pulumi";
import { connect } from "./connection";
import { optionsOf } from "./options";
import { warnOfOtherProviders } from "./other-providers";
import { statePropertiesOf } from "./outputs";
import { sdk } from "./sdk";

/** What a component stands on, beside the request. */
export interface Constructing {
  engineAddress: string;
  /** The provider that this process is, as children name it. */
  provider: string | undefined;
  /** The wait of each component of this process, by the component's URN. */
  waiters: Map<string, string>;
}

/** Everything that a component says. */
export const outputNames: readonly string[] = ["ref", ...jobOutputNames, ...waiterOutputNames];

/** Makes a component as a program in Node would, with the same class. */
export async function construct(
  request: ConstructRequest,
  { engineAddress, provider, waiters }: Constructing,
): Promise<ConstructResponse> {
  if (request.getType() !== types.component) throw failed(`the package cleanroomsml has no component ${request.getType()}`);
  const { settings, state, server } = sdk();
  return state.withLocalStorage(async () => {
    await connect(request, engineAddress);
    const args = await server.deserializeInputs(request.getInputs(), request.getInputdependenciesMap());
    const component = new TrainedModel(request.getName(), checked(args), optionsOf(request, provider, waiters));
    warnOfOtherProviders(request, component);
    const urn = await bareUrn(component);
    // Before the outputs are looked at: what waits for them weighs as much as the component does.
    await settings.waitForRPCs();
    waiters.set(urn, await urnOf(request.getName(), pluginTypes.waiter, component));
    return responseOf(component, urn, request);
  });
}

/** The check of the job looks at each input, whatever it is. */
function checked(args: object): TrainedModelArgs;
function checked(args: unknown): unknown {
  return args;
}

async function responseOf(component: TrainedModel, urn: string, request: ConstructRequest): Promise<ConstructResponse> {
  const properties = statePropertiesOf(component, outputNames, request.getAdditionalsecretoutputsList());
  const label = `construct(${request.getType()}, ${request.getName()})`;
  const [serialized, dependencies] = await sdk().rpc.serializeResourceProperties(label, properties);
  const response = new messages.ConstructResponse();
  response.setUrn(urn);
  response.setState(Struct.fromJavaScript(serialized));
  for (const [key, resources] of dependencies) {
    const found = new messages.ConstructResponse.PropertyDependencies();
    found.setUrnsList(await Promise.all([...resources].map(bareUrn)));
    response.getStatedependenciesMap().set(key, found);
  }
  return response;
}
