import { createRequire } from "node:module";
import { type ComponentResourceOptions, type CustomResourceOptions, runtime } from "@pulumi/pulumi";
import { type Host, hostOfProgram } from "./host";
import { programError } from "./program-error";
import { requireTimeouts } from "./require-timeouts";

/** The package that the resources belong to; that of every dynamic resource of Node is Pulumi's. */
const packages: Record<Host, string> = { dynamic: "pulumi-nodejs", plugin: "cleanroomsml" };

/** Whose keys of the stack a host sees. */
const namespaces: Record<Host, string> = { dynamic: "aws", plugin: "cleanroomsml" };

/** Refuses options that would do nothing, or harm, without a word; `instead` is what takes over what exists without `import`. */
export function requireUsable(
  type: string,
  name: string,
  opts: CustomResourceOptions | ComponentResourceOptions | undefined,
  instead = "Set the input `adopt: { trainedModelArn, versionIdentifier? }` to take the model over, or use TrainedModel.get to look at it.",
): void {
  const resource = `${type} "${name}"`;
  const host = hostOfProgram();
  if (host === "dynamic" && opts && "import" in opts && opts.import !== undefined) {
    throw programError(
      `${resource}: the option \`import\` cannot work for a dynamic resource (pulumi/pulumi#3550). ${instead} The provider plugin of this package can import: \`pulumi package add ./node_modules/pulumi-cleanroomsml/plugin\`.`,
    );
  }
  for (const provider of providersOf(opts)) {
    if (packageOf(provider) === packages[host]) continue;
    throw programError(
      `${resource}: a provider of another package (${packageOf(provider) ?? "unknown"}) does not reach Clean Rooms ML. Pass \`provider: new Provider("name", { region, profile, assumeRoles })\` of pulumi-cleanroomsml, or set \`${namespaces[host]}:region\` and \`${namespaces[host]}:profile\` in the stack.`,
    );
  }
  requireTimeouts(resource, opts);
  if (host === "dynamic" && runtime.hasEngine()) requireResolvable(resource);
}

function providersOf(opts: CustomResourceOptions | ComponentResourceOptions | undefined): unknown[] {
  const providers = opts && "providers" in opts ? opts.providers : undefined;
  const listed: unknown[] = Array.isArray(providers) ? providers : Object.values(providers ?? {});
  return [...listed, ...(opts?.provider === undefined ? [] : [opts.provider])];
}

/** `instanceof` would miss a provider of another copy of the SDK. */
function packageOf(provider: unknown): string | undefined {
  return hasPackage(provider) ? provider.getPackage() : undefined;
}

function hasPackage(provider: unknown): provider is { getPackage(): string } {
  return (
    typeof provider === "object" && provider !== null && "getPackage" in provider && typeof provider.getPackage === "function"
  );
}

/** The folder from which both packages were found: a look costs as much as the rest of a constructor. */
let found: string | undefined;

/** Pulumi's host loads both packages from the program's folder, not from where the component lies. */
function requireResolvable(resource: string): void {
  if (found === process.cwd()) return;
  const from = createRequire(`${process.cwd()}/_`);
  for (const module of ["pulumi-cleanroomsml/host", "@pulumi/pulumi/cmd/dynamic-provider"]) {
    try {
      from.resolve(module);
    } catch {
      const name = module.startsWith("@") ? "@pulumi/pulumi" : "pulumi-cleanroomsml";
      throw programError(
        `${resource}: Pulumi's host will not find the package ${name} from ${process.cwd()}. Add \`"${name}": "*"\` to the dependencies in the package.json of that folder's project (or start the program in its folder) and install.`,
      );
    }
  }
  found = process.cwd();
}
