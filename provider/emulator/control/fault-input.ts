import { defined } from "../../utils/defined";
import { keysOf } from "../../utils/keys-of";
import type { Fault, FaultKind, FaultScope } from "../state/faults";
import { amount, flag, type Members, object, oneOf, text } from "./members";

/** What each kind has of its own. */
const readers: Record<Fault["kind"], (members: Members) => FaultKind> = {
  throttle: () => ({ kind: "throttle" }),
  error: (members) => ({
    kind: "error",
    code: members.required("code", text),
    ...defined({
      status: members.optional("status", amount),
      message: members.optional("message", text),
      echo: members.optional("echo", flag),
    }),
  }),
  html: (members) => ({ kind: "html", ...defined({ status: members.optional("status", amount) }) }),
  slow: (members) => ({ kind: "slow", delayMs: members.required("delayMs", amount) }),
  drop: () => ({ kind: "drop" }),
  hang: () => ({ kind: "hang" }),
  "expired-token": () => ({ kind: "expired-token" }),
  "deny-tags": () => ({ kind: "deny-tags" }),
  "unknown-status": (members) => ({ kind: "unknown-status", status: members.required("status", text) }),
  "training-time": (members) => ({ kind: "training-time", seconds: members.required("seconds", amount) }),
  "fail-training": (members) => ({ kind: "fail-training", ...endingOf(members) }),
  "fail-query": (members) => ({ kind: "fail-query", ...endingOf(members) }),
  "fail-inference": (members) => ({ kind: "fail-inference", ...endingOf(members) }),
  "fail-export": (members) => ({ kind: "fail-export", ...endingOf(members) }),
  "fail-cancel": (members) => ({ kind: "fail-cancel", ...endingOf(members) }),
  "fail-delete": (members) => ({ kind: "fail-delete", ...endingOf(members) }),
};

/** A fault that another process asks for. */
export const fault = object<Fault>((members) => {
  const kind = members.required("kind", oneOf(keysOf(readers)));
  return { ...readers[kind](members), ...scopeOf(members) };
});

function endingOf(members: Members) {
  return defined({ statusCode: members.optional("statusCode", text), message: members.optional("message", text) });
}

function scopeOf(members: Members): FaultScope {
  return defined({
    operation: members.optional("operation", text),
    match: members.optional("match", match),
    skip: members.optional("skip", amount),
    times: members.optional("times", amount),
    when: members.optional("when", oneOf(["before", "after"])),
  });
}

const match = object((members) =>
  defined({
    name: members.optional("name", text),
    trainedModelArn: members.optional("trainedModelArn", text),
    membershipIdentifier: members.optional("membershipIdentifier", text),
    accessKeyId: members.optional("accessKeyId", text),
  }),
);
