/** Imports go one way: cli → host, plugin → handlers → kinds → core → service. Only hosts and the command line join the rules and AWS. */
const only = (from, allowed) => ({
  name: `${from}-imports-only-${allowed.join("-") || "itself"}`,
  severity: "error",
  from: { path: `^provider/${from}/` },
  to: {
    path: "^provider/",
    pathNot: [`^provider/${from}/`, "^provider/utils/", ...allowed.map((folder) => `^provider/${folder}`)],
  },
});
const noPackage = (from, packages) => ({
  name: `${from}-knows-no-${packages.join("-").replace(/[^a-z-]/g, "")}`,
  severity: "error",
  from: { path: `^provider/${from}/` },
  to: { path: packages.map((name) => `node_modules/${name}`) },
});
/** What every resource shares knows none of them. */
const general = (from, to) => ({
  name: `${from.replace("/", "-")}-knows-no-resource`,
  severity: "error",
  from: { path: `^provider/${from}/` },
  to: { path: `^provider/${to}/` },
});
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    only("utils", []),
    only("service", []),
    only("core", ["service/"]),
    only("kinds", ["service/", "core/"]),
    only("handlers", ["service/", "core/", "kinds/"]),
    only("aws", ["service/", "core/errors/service-error"]),
    only("settings", ["service/", "core/", "aws/"]),
    only("emulator", ["service/"]),
    only("resources", ["service/", "core/", "kinds/", "settings/unseen-keys"]),
    only("process", ["core/", "handlers/", "settings/", "aws/"]),
    only("host", ["service/", "core/", "kinds/", "handlers/", "settings/", "process/"]),
    only("plugin", ["service/", "core/", "kinds/", "handlers/", "settings/", "process/", "resources/"]),
    // A preview holds what the host sent and got, so that it is read in the same way.
    only("report", ["service/", "core/", "kinds/", "host/bag", "host/request"]),
    only("cli", ["service/", "core/", "kinds/", "aws/", "settings/", "process/", "emulator/", "report/"]),
    general("plugin/(?!construct/)", "resources"),
    general("resources/shared", "resources/trained-model"),
    general("emulator/wire", "emulator/trained-models"),
    ...["core", "kinds", "handlers", "report", "service", "emulator"].map((from) =>
      noPackage(from, ["@pulumi/", "@aws-sdk/", "@smithy/"]),
    ),
    noPackage("settings", ["@pulumi/"]),
    noPackage("resources", ["@aws-sdk/", "@smithy/"]),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
