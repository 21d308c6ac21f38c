/**
 * What the small archive holds. Pulumi's engine installs its one dependency by npm, and then starts the executable: a machine needs
 * Node, and nothing is in it that a system is special for.
 */

/** @typedef {{ name: string, version: string, peerDependencies: Record<string, string> }} Manifest */

/**
 * @param {Manifest} manifest that of the package
 * @param {string} wanted what of the package is installed: its version
 * @returns {import("./archive.mjs").Entry[]}
 */
export function smallArchive({ name, version, peerDependencies }, wanted = version) {
  const plugin = {
    name: "pulumi-resource-cleanroomsml",
    version,
    private: true,
    main: "index.js",
    dependencies: { "@pulumi/pulumi": peerDependencies["@pulumi/pulumi"], [name]: wanted },
  };
  return [
    { name: "PulumiPlugin.yaml", content: "runtime: nodejs\n" },
    { name: "package.json", content: `${JSON.stringify(plugin, undefined, 2)}\n` },
    { name: "index.js", content: `require("${name}/plugin");\n` },
    { name: plugin.name, content: '#!/usr/bin/env node\nrequire("./index.js");\n', isExecutable: true },
    { name: `${plugin.name}.cmd`, content: '@node "%~dp0index.js" %*\r\n' },
  ];
}
