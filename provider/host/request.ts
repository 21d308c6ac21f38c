import type { HiddenContext, PassingContext } from "../core/run/hidden-context";
import { hiddenKeys } from "../core/run/hidden-keys";
import { millisecondsOf } from "../core/values/duration";
import type { Values } from "../core/values/pick";
import type { Request } from "../handlers/request";
import { isRecord } from "../utils/guards";
import { type Bag, fromWire } from "./bag";

/** What a constructor told the host, out of the hidden inputs; a bag from another program may lack it. */
export function requestOf(bag: Bag): Request {
  const { timeouts, moving = [], leftOut, ...context } = hiddenContextOf(bag);
  return {
    ...context,
    timeouts: {
      create: millisecondsOf(timeouts.create),
      update: millisecondsOf(timeouts.update),
      delete: millisecondsOf(timeouts.delete),
    },
    unknowns: moving,
    leftOut,
    isPreview: false,
  };
}

/** The values of a bag, without what only the host needs. */
export function valuesOf(bag: Bag): Values {
  const { [hiddenKeys.context]: _, ...values } = bag;
  return fromWire(values);
}

/** What of a bag is to be recorded beside the values, for the questions that follow. */
export function recordedContextOf({ [hiddenKeys.context]: context }: Bag): Bag {
  if (!isRecord(context)) return {};
  const { moving: _1, leftOut: _2, ...recorded } = context;
  return { [hiddenKeys.context]: recorded };
}

/** Whether a delete of two bags may take another time; the engine does not tell a dynamic provider of time-outs. */
export function hasOtherDeleteTimeout(olds: Bag, news: Bag): boolean {
  return hiddenContextOf(olds).timeouts.delete !== hiddenContextOf(news).timeouts.delete;
}

const unknownContext: HiddenContext & PassingContext = {
  urn: "",
  name: "",
  organization: "",
  secrets: [],
  chained: [],
  timeouts: {},
  replaceOnChanges: [],
};

function hiddenContextOf(bag: Bag): HiddenContext & PassingContext {
  const found = bag[hiddenKeys.context];
  return isRecord(found) ? { ...unknownContext, ...found } : unknownContext;
}
