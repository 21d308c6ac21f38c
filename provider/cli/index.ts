#!/usr/bin/env node
import { codeOf } from "../utils/thrown";
import { main } from "./main";
import { inWords } from "./words";

// Who reads no further, as `head` does, changes no result.
process.stdout.on("error", (error) => {
  if (codeOf(error) === "EPIPE") return;
  process.stderr.write(`cleanroomsml: the output cannot be written: ${inWords(error)}\n`);
  process.exit(1);
});
process.stderr.on("error", () => undefined);

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
