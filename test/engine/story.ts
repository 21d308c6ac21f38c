/**
 * For a suite whose tests are steps, each going on from those before it: after a step that failed the rest is pending, so that one failure
 * is one. (Mocha's own `bail` looks at the failures of all suites.) It is called before other hooks are given. Nested suites are no steps.
 */
export function isStory(suite: Mocha.Suite): void {
  let hasFailed = false;
  suite.beforeEach(function () {
    if (hasFailed) this.skip();
  });
  suite.afterEach(function () {
    const { currentTest } = this;
    if (currentTest?.parent === suite && currentTest.state === "failed") hasFailed = true;
  });
}
