import type { EngineRun } from "../core/run/engine-run";
import { componentOf, partsOfUrn } from "../core/values/urns";
import { pluginTypes } from "../kinds/trained-model/types";

/** Whether this run leaves in place what a URN names: a job of ours, or the component of one, or its wait. */
export function isLeftInPlace(urn: string, run: Pick<EngineRun, "isLeftInPlace">): boolean {
  return run.isLeftInPlace(jobOf(urn));
}

/** The job that a component is about, or something else within it. What stands alone speaks for itself. */
function jobOf(urn: string): string {
  const isComponent = partsOfUrn(urn).types.at(-1) === pluginTypes.component;
  const component = isComponent ? urn : componentOf(urn);
  if (component === undefined) return urn;
  const { stack, project, types, name } = partsOfUrn(component);
  return [stack, project, [...types, pluginTypes.job].join("$"), name].join("::");
}
