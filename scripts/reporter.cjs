/** Mocha's usual report; besides, the counts go to the file that CLEANROOMSML_TEST_COUNTS names, for `.ci/run` to add its own to. */
"use strict";
const { writeFileSync } = require("node:fs");
const { reporters, Runner } = require("mocha");

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.CLEANROOMSML_TEST_COUNTS;
    if (file)
      runner.once(Runner.constants.EVENT_RUN_END, () => writeFileSync(file, `${this.stats.passes} ${this.stats.failures}\n`));
  }
};
