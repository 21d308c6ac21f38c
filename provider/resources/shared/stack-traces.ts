/**
 * Makes the parts of a component without a stack trace for each of their outputs and for the state: the component has its own, of the line
 * in the program, and theirs only add lines of this package. 1 kB of state for each part; half of what a constructor takes under ts-node,
 * which maps every line of a stack. What is thrown keeps its stack: V8 makes it a text when it is first read.
 */
export function withoutStackTraces<T>(create: () => T): T {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (error) => `${error.name}: ${error.message}`;
  try {
    return create();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}
