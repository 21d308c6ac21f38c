/** How the SDK of each language is called. */

export const languages = {
  // Another name than the npm package's: beside a program in Node an SDK that is made from this schema must not take its place.
  nodejs: { packageName: "pulumi-cleanroomsml-sdk", respectSchemaVersion: true },
  python: {
    packageName: "pulumi_cleanroomsml",
    inputTypes: "classes-and-dicts",
    pyproject: { enabled: true },
    respectSchemaVersion: true,
  },
  go: {
    importBasePath: "github.com/pulumi-cleanroomsml/pulumi-cleanroomsml/sdk/go/cleanroomsml",
    generateResourceContainerTypes: true,
    respectSchemaVersion: true,
  },
  csharp: {
    namespaces: { cleanroomsml: "CleanRoomsML" },
    packageReferences: { Pulumi: "3.*" },
    respectSchemaVersion: true,
  },
  java: { buildFiles: "gradle" },
};
