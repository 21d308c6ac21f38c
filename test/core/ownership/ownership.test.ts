import assert from "node:assert/strict";
import fc from "fast-check";
import { MARK_KEY, markOf, OWNER_KEY, ownerOf } from "../../../provider/core/ownership/marks";
import { autoName } from "../../../provider/core/ownership/names";
import { type Ownership, ownershipOf } from "../../../provider/core/ownership/ownership";
import { trainedModel } from "../../../provider/kinds/trained-model/kind";
import type { TrainedModel } from "../../../provider/kinds/trained-model/outputs";
import { trainedModelShape } from "../../../provider/kinds/trained-model/shape";
import type { TrainedModelStatus } from "../../../provider/service/shapes";
import { jobInputs, requestFor } from "../fakes";

/** What decides the standing: five facts about a model, two about the resource that is about to train. */
interface Facts {
  status: TrainedModelStatus;
  /** Whether the model is a later version, which may share its tags with others. */
  isVersion: boolean;
  owner: "own" | "another's" | undefined;
  /** Of which inputs the mark is a hash; a third set is neither asked for nor in the state. */
  mark: "asked" | "recorded" | "third" | undefined;
  name: string;
  trainedFrom: "asked" | "others";
  given: string | undefined;
  /** What the state holds for the resource. */
  recorded: "asked" | "others" | undefined;
}

const asked = jobInputs();
const others = jobInputs({ hyperparameters: { epochs: "20" } });
const third = jobInputs({ hyperparameters: { epochs: "30" } });
const resource = requestFor();
const chosen = autoName(resource);
const mark = (inputs: object) => markOf(inputs, trainedModelShape);
const arn = "arn:aws:cleanrooms-ml:us-east-1:123456789012:membership/0a1b2c3d-4e5f-6789-abcd-ef0123456789/trained-model/x";

function standing(facts: Facts, more: Record<string, string> = {}): Ownership {
  const bags = { asked, others };
  const recorded = facts.recorded && bags[facts.recorded];
  const owner = { own: ownerOf(resource), "another's": "f".repeat(32) };
  const marks = { asked: mark(asked), third: mark(third), recorded: recorded && mark(recorded) };
  const markOfModel = facts.mark && marks[facts.mark];
  const tags = {
    ...more,
    ...(facts.owner && { [OWNER_KEY]: owner[facts.owner] }),
    ...(markOfModel && { [MARK_KEY]: markOfModel }),
  };
  const { incrementalTrainingDataChannels: _, ...inputs } = bags[facts.trainedFrom];
  const id = facts.isVersion ? `${arn}#16f5ae71-9894-49bc-8be4-94705a8c40c1` : arn;
  const job: TrainedModel = { ...inputs, trainedModelArn: arn, name: facts.name, status: facts.status };
  const wanted = facts.given === undefined ? asked : { ...asked, name: facts.given };
  return ownershipOf({ id, job }, tags, wanted, recorded, { kind: trainedModel, resource });
}

/** A training of the inputs that are asked for, which nothing else ties to the resource; the resource is new and has no name given. */
const stranger: Facts = {
  status: "CREATE_IN_PROGRESS",
  isVersion: false,
  owner: undefined,
  mark: undefined,
  name: "somebody-s",
  trainedFrom: "asked",
  given: undefined,
  recorded: undefined,
};

interface Case {
  what: string;
  /** What makes it so, beyond a stranger. */
  facts: Partial<Facts>;
  is: Ownership;
  /** One fact more that is otherwise, and what the model is then. */
  unless: [what: string, fact: Partial<Facts>, then: Ownership][];
}

const cases: Case[] = [
  { what: "a stranger's training of the same inputs", facts: {}, is: undefined, unless: [] },
  {
    what: "marked as this resource's, for these inputs",
    facts: { owner: "own", mark: "asked" },
    is: "unrecorded",
    unless: [
      ["the owner is another", { owner: "another's" }, undefined],
      ["no owner is named", { owner: undefined }, undefined],
      ["it bears no mark", { mark: undefined }, undefined],
      ["the mark is of other inputs", { mark: "third" }, "other-work"],
      ["the service describes other inputs", { trainedFrom: "others" }, undefined],
      ["it is a version, whose tags may be a sibling's", { isVersion: true }, undefined],
    ],
  },
  {
    what: "marked, and a version of the name that is chosen for this resource",
    facts: { owner: "own", mark: "asked", isVersion: true, name: chosen },
    is: "unrecorded",
    unless: [
      ["the name is another", { name: "sibling" }, undefined],
      ["the tags are a recorded sibling's", { owner: "another's", mark: undefined, status: "ACTIVE" }, undefined],
    ],
  },
  {
    what: "marked, and a version of the name that is given",
    facts: { owner: "own", mark: "asked", isVersion: true, name: "given", given: "given" },
    is: "unrecorded",
    unless: [["the tags are a sibling's", { owner: "another's" }, undefined]],
  },
  {
    what: "without tags, and of the chosen name",
    facts: { name: chosen },
    is: "unrecorded",
    unless: [
      ["the name has a number behind it: still", { name: `${chosen}-2` }, "unrecorded"],
      ["the state holds these inputs, as after a taint: still", { recorded: "asked" }, "unrecorded"],
      ["the name is another", { name: `${chosen}-x` }, undefined],
      ["the program gives a name", { given: "given" }, undefined],
      ["it does not train any more", { status: "ACTIVE" }, undefined],
      ["it was trained from other inputs", { trainedFrom: "others" }, undefined],
      ["a tag says that it is another's", { owner: "another's" }, undefined],
    ],
  },
  {
    what: "of the chosen name, behind a sibling's tags",
    facts: { name: chosen, isVersion: true, owner: "another's", mark: "third" },
    is: "unrecorded",
    unless: [
      ["the state holds other inputs: still", { recorded: "others" }, "unrecorded"],
      ["it is no version, so that the tags are its own", { isVersion: false }, undefined],
      ["the state holds these inputs: it may be the recorded one", { recorded: "asked" }, undefined],
      ["the tags are its own, without a mark: it is recorded", { owner: "own", mark: undefined }, undefined],
      ["the name is another", { name: "sibling" }, undefined],
      ["it does not train any more", { status: "ACTIVE" }, undefined],
      ["it was trained from other inputs", { trainedFrom: "others" }, undefined],
    ],
  },
  {
    what: "marked as this resource's, for other inputs",
    facts: { owner: "own", mark: "third", trainedFrom: "others" },
    is: "other-work",
    unless: [
      ["the inputs are these all the same: still", { trainedFrom: "asked" }, "other-work"],
      ["it does not train any more: still", { status: "ACTIVE" }, "other-work"],
      ["the owner is another", { owner: "another's" }, undefined],
      ["no owner is named", { owner: undefined }, undefined],
      ["it bears no mark", { mark: undefined }, undefined],
      ["the mark is of these inputs", { mark: "asked" }, undefined],
      ["the mark is of the inputs in the state: what is replaced", { mark: "recorded", recorded: "others" }, undefined],
      ["it is a version, whose tags may be a sibling's", { isVersion: true }, undefined],
      ["it is a version, and the program gives a name", { isVersion: true, given: "given" }, "other-work"],
      ["it is a version of the chosen name", { isVersion: true, name: chosen }, "other-work"],
    ],
  },
  {
    what: "without tags, and of the given name",
    facts: { given: "given", name: "given" },
    is: "namesake",
    unless: [
      ["it does not train any more: still", { status: "ACTIVE" }, "namesake"],
      ["the state holds other inputs: still", { recorded: "others" }, "namesake"],
      ["the name is another", { name: "other" }, undefined],
      ["a tag says that it is another's", { owner: "another's" }, undefined],
      ["a tag says that it is this resource's, and no mark that it is unrecorded", { owner: "own" }, undefined],
      ["the state holds these inputs: it may be the recorded one", { recorded: "asked" }, undefined],
      ["it was trained from other inputs", { trainedFrom: "others" }, undefined],
    ],
  },
  {
    what: "ACTIVE and this resource's, where the state holds other inputs",
    facts: { owner: "own", status: "ACTIVE", recorded: "others" },
    is: "already-there",
    unless: [
      ["it trains", { status: "CREATE_IN_PROGRESS" }, undefined],
      ["the state holds nothing", { recorded: undefined }, undefined],
      ["the state holds these inputs", { recorded: "asked" }, undefined],
      ["the owner is another", { owner: "another's" }, undefined],
      ["no owner is named", { owner: undefined }, undefined],
      ["no owner is named, but the name is the chosen one", { owner: undefined, name: chosen }, "already-there"],
      ["a sibling's tags hide its own, but the name is the chosen one", { owner: "another's", name: chosen }, "already-there"],
      ["it was trained from other inputs", { trainedFrom: "others" }, undefined],
      ["it is a version, whose tags may be a sibling's", { isVersion: true }, undefined],
    ],
  },
];

describe("ownershipOf", () => {
  for (const { what, facts, is, unless } of cases) {
    it(`${what}: ${is ?? "nothing to this resource"}`, () => {
      assert.equal(standing({ ...stranger, ...facts }), is);
      for (const [why, fact, then] of unless) assert.equal(standing({ ...stranger, ...facts, ...fact }), then, `unless ${why}`);
    });
  }

  /** By status: what is without tags but of the chosen name, and what is this resource's while the state holds other inputs. */
  const byStatus: Record<TrainedModelStatus, [byName: Ownership, earlier: Ownership]> = {
    CREATE_PENDING: ["unrecorded", undefined],
    CREATE_IN_PROGRESS: ["unrecorded", undefined],
    CREATE_FAILED: [undefined, undefined],
    ACTIVE: [undefined, "already-there"],
    DELETE_PENDING: [undefined, undefined],
    DELETE_IN_PROGRESS: [undefined, undefined],
    DELETE_FAILED: [undefined, undefined],
    INACTIVE: [undefined, undefined],
    CANCEL_PENDING: [undefined, undefined],
    CANCEL_IN_PROGRESS: [undefined, undefined],
    CANCEL_FAILED: [undefined, undefined],
  };
  for (const [status, [byName, earlier]] of Object.entries(byStatus)) {
    it(`looks at the status where no mark tells: ${status}`, () => {
      const seen = { ...stranger, status: status as TrainedModelStatus };
      assert.equal(standing({ ...seen, name: chosen }), byName);
      assert.equal(standing({ ...seen, owner: "own", recorded: "others" }), earlier);
    });
  }
});

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  status: fc.constantFrom<TrainedModelStatus>("CREATE_PENDING", "CREATE_IN_PROGRESS", "CREATE_FAILED", "ACTIVE", "INACTIVE"),
  isVersion: fc.boolean(),
  owner: fc.constantFrom<Facts["owner"]>("own", "another's", undefined),
  mark: fc.constantFrom<Facts["mark"]>("asked", "recorded", "third", undefined),
  name: fc.constantFrom("somebody-s", "given", chosen, `${chosen}-3`),
  trainedFrom: fc.constantFrom<Facts["trainedFrom"]>("asked", "others"),
  given: fc.constantFrom("given", undefined),
  recorded: fc.constantFrom<Facts["recorded"]>("asked", "others", undefined),
});

describe("ownershipOf, whatever the facts", () => {
  const isChosen = ({ name, given }: Facts) => given === undefined && name.startsWith(chosen);
  const never: [string, (facts: Facts, is: Ownership) => boolean][] = [
    [
      "anything, of another owner's tag and another name than the chosen one",
      (facts, is) => facts.owner === "another's" && !isChosen(facts) && is !== undefined,
    ],
    [
      "anything but another training, where it was trained from other inputs",
      ({ trainedFrom }, is) => trainedFrom === "others" && is !== undefined && is !== "other-work",
    ],
    [
      "another training, without this owner's tag and a mark",
      ({ owner, mark }, is) => is === "other-work" && !(owner === "own" && mark),
    ],
    [
      "unrecorded, without a mark and not of the chosen name",
      (facts, is) => is === "unrecorded" && facts.mark === undefined && !isChosen(facts),
    ],
    [
      "a namesake, where a tag says whose it is or the name is not the given one",
      ({ owner, name, given }, is) => is === "namesake" && (owner !== undefined || name !== given),
    ],
    [
      "already trained or a namesake, where the state holds these inputs",
      ({ recorded }, is) => recorded === "asked" && (is === "already-there" || is === "namesake"),
    ],
    ["already trained, where it is not ACTIVE", ({ status }, is) => is === "already-there" && status !== "ACTIVE"],
  ];
  for (const [what, holds] of never) {
    it(`is never ${what}`, () => {
      fc.assert(
        fc.property(anyFacts, (facts) => !holds(facts, standing(facts))),
        { numRuns: 2_000 },
      );
    });
  }

  it("takes no notice of the program's own tags", () => {
    fc.assert(
      fc.property(anyFacts, fc.dictionary(fc.string(), fc.string()), (facts, more) => {
        assert.equal(standing(facts, more), standing(facts));
      }),
    );
  });
});
