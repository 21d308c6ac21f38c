/** Loaded into a child before its own code: ends it when its parent is gone, however that went, since only then its input closes. */
process.stdin.on("end", () => process.exit(0)).resume();
