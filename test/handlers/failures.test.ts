import assert from "node:assert/strict";
import { checkFailure } from "../../provider/handlers/failures";

const message = "must be at most 8192";

describe("a check failure", () => {
  const table: [string, Parameters<typeof checkFailure>, [property: string, reason: string]][] = [
    ["of a top-level input names it as the property", [{ path: "name", code: "max", message }, []], ["name", message]],
    [
      "of a member says the path itself: the engine finds no value there",
      [{ path: "resourceConfig.volumeSizeInGB", code: "max", message }, []],
      ["", `resourceConfig.volumeSizeInGB ${message}`],
    ],
    ["of an item of a list too", [{ path: "dataChannels[0]", code: "type", message }, []], ["", `dataChannels[0] ${message}`]],
    ["of what is not there too", [{ path: "name", code: "missing", message }, []], ["", `name ${message}`]],
    ["of a secret too", [{ path: "name", code: "max", message }, ["name"]], ["", `name ${message}`]],
    ["of an input with a secret in it too", [{ path: "tags", code: "max", message }, ["tags.a"]], ["", `tags ${message}`]],
    ["of no input is of the whole resource", [{ path: "", code: "setting", message }, []], ["", message]],
    [
      "blanks a secret in the path and in the text, and gives the mend",
      [{ path: 'tags["hunter2"]', code: "max", message: "not hunter2", hint: "less" }, [], ["hunter2"]],
      ["", 'tags["[secret]"] not [secret]; less'],
    ],
  ];
  for (const [what, given, [property, reason]] of table) {
    it(what, () => assert.deepEqual(checkFailure(...given), { property, reason }));
  }
});
