/** What the user sees of a set-up: one line a step, on stderr, so that the output of a Pulumi command stays what that command wrote. */

/** An error that is the user's to mend: its message is all that is shown of it. */
export class SetUpError extends Error {}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs the body of a script, and ends the process with the exit code that it returns, or with 1 and a plain message when set-up failed.
 *
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
