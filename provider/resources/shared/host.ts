import { log, runtime } from "@pulumi/pulumi";
import { isRecord, listOf } from "../../utils/guards";
import { parsedYaml, projectFile } from "../../utils/project-file";

/** Who answers for the resources of a program: Pulumi's dynamic host, or the provider plugin of this package. */
export type Host = "dynamic" | "plugin";

/** The package as a project names it. */
const PACKAGE = "cleanroomsml";

/** What each text of a project says: every constructor asks. */
const known = new Map<string, Host>();

let everywhere: Host | undefined;

/** What a run of the plugin has found of a resource. */
let leavesInPlace: ((urn: string) => boolean) | undefined;

/** Within the plugin itself a component has no project to look at, and a resource of the program is its URN alone. */
export function servePlugin(isLeftInPlace: (urn: string) => boolean): void {
  everywhere = "plugin";
  leavesInPlace = isLeftInPlace;
}

/** Whether this run leaves a resource in place; undefined outside of the plugin, where its id tells. */
export function isLeftInPlace(urn: string): boolean | undefined {
  return leavesInPlace?.(urn);
}

/** The host of this program: the plugin where the project names the package, as `pulumi package add` writes it. */
export function hostOfProgram(): Host {
  if (everywhere !== undefined) return everywhere;
  const text = projectFile(runtime.getRootDirectory() || process.cwd())?.text ?? "";
  const found = known.get(text);
  if (found !== undefined) return found;
  const host = namesPackage(text) ? "plugin" : "dynamic";
  known.set(text, host);
  const name = host === "plugin" ? "the provider plugin cleanroomsml, which the project names" : "Pulumi's dynamic host";
  log.debug(`pulumi-cleanroomsml: the resources of this program are served by ${name}`);
  return host;
}

/** Whether a project lists the package, under `packages` or under `plugins.providers`. */
function namesPackage(text: string): boolean {
  if (!text.includes(PACKAGE)) return false;
  const project = parsedYaml(text);
  if (!isRecord(project)) return false;
  const { packages, plugins } = project;
  const providers = isRecord(plugins) ? listOf(plugins.providers) : [];
  return (isRecord(packages) && PACKAGE in packages) || providers.some((one) => isRecord(one) && one.name === PACKAGE);
}
