/** Mocha's usual report; besides, the counts are a line more of the file that CLEANROOMSML_TEST_COUNTS names, for `.ci/run` to add its own to. */
"use strict";
const { appendFileSync } = require("node:fs");
const { reporters, Runner } = require("mocha");

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.CLEANROOMSML_TEST_COUNTS;
    if (file)
      runner.once(Runner.constants.EVENT_RUN_END, () => appendFileSync(file, `${this.stats.passes} ${this.stats.failures}\n`));
  }
};
