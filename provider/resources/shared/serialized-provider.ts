import type { dynamic } from "@pulumi/pulumi";

/**
 * The methods that Pulumi serializes into the state of every resource: each loads the package that is installed in the program's
 * folder and calls a member of `pulumi-cleanroomsml/host`. Whatever else stood here, a new version could never mend it.
 */
export function serializedProvider(member: string): dynamic.ResourceProvider {
  // Short, since its name is in the state eight times.
  const h = () => require("node:module").createRequire(`${process.cwd()}/_`)("pulumi-cleanroomsml/host")[member];
  return {
    configure: (r) => h().configure(r),
    check: (o, n) => h().check(o, n),
    diff: (i, o, n) => h().diff(i, o, n),
    create: (i) => h().create(i),
    read: (i, p) => h().read(i, p),
    update: (i, o, n) => h().update(i, o, n),
    delete: (i, p) => h().delete(i, p),
  };
}
