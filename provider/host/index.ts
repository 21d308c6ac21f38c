/**
 * What runs in Pulumi's dynamic host. The state holds a few lines for each resource that load this module by name:
 * every operation, a destroy included, runs the version of the package that is installed.
 *
 * @internal
 */
export { job } from "../handlers/job";
export { waiter } from "../handlers/waiter";
