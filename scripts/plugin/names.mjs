/** How Pulumi's engine names a plugin's archive: by version, system and processor, as Go calls them. */

const OS = { linux: "linux", darwin: "darwin", win32: "windows" };
const ARCH = { x64: "amd64", arm64: "arm64" };

/** The systems that the engine is released for. */
export const systems = Object.values(OS).flatMap((os) => Object.values(ARCH).map((arch) => `${os}-${arch}`));

/** The system of this machine. */
export function thisSystem() {
  const system = `${OS[process.platform]}-${ARCH[process.arch]}`;
  if (!systems.includes(system)) throw new Error(`Pulumi has no plugins for ${process.platform} on ${process.arch}`);
  return system;
}

/**
 * @param {string} version
 * @param {string} system
 */
export const archiveName = (version, system) => `pulumi-resource-cleanroomsml-v${version}-${system}.tar.gz`;
