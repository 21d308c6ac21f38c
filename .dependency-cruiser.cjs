/** Imports go one way: cli → host → trained-model → service; only host/ and cli/ join the rules and AWS. */
const only = (from, allowed) => ({
  name: `${from}-imports-only-${allowed.join("-") || "itself"}`,
  severity: "error",
  from: { path: `^provider/${from}/` },
  to: { path: "^provider/", pathNot: [`^provider/${from}/`, ...allowed.map((folder) => `^provider/${folder}`)] },
});
const noPackage = (from, packages) => ({
  name: `${from}-knows-no-${packages.join("-").replace(/[^a-z-]/g, "")}`,
  severity: "error",
  from: { path: `^provider/${from}/` },
  to: { path: packages.map((name) => `node_modules/${name}`) },
});
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    only("service", []),
    only("trained-model", ["service/"]),
    only("aws", ["service/", "trained-model/ports", "trained-model/service-error"]),
    only("emulator", ["service/"]),
    only("resources", ["service/", "trained-model/"]),
    only("host", ["service/", "trained-model/", "aws/"]),
    // A preview holds what the host sent and got, so that it is read in the same way.
    only("report", ["service/", "trained-model/", "host/values"]),
    only("cli", ["service/", "trained-model/", "aws/", "host/", "emulator/", "report/"]),
    noPackage("trained-model", ["@pulumi/", "@aws-sdk/", "@smithy/"]),
    noPackage("report", ["@pulumi/", "@aws-sdk/", "@smithy/"]),
    noPackage("service", ["@pulumi/", "@aws-sdk/", "@smithy/"]),
    noPackage("emulator", ["@pulumi/", "@aws-sdk/", "@smithy/"]),
    noPackage("resources", ["@aws-sdk/", "@smithy/"]),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
