import { createRequire } from "node:module";

/**
 * `require` as the running host of dynamic providers has it: its gRPC server is to be listened to, so another copy of
 * the library would not do. The launcher finds the host from the working folder, and so is it found here.
 */
export function requireOfHost(): NodeJS.Require {
  const fromFolder = createRequire(`${process.cwd()}/_`);
  try {
    return createRequire(fromFolder.resolve("@pulumi/pulumi/cmd/dynamic-provider"));
  } catch {
    return createRequire(__filename);
  }
}
