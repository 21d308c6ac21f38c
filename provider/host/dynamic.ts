import type { Handlers } from "../handlers/handlers";
import { type Bag, toWire } from "./bag";
import { hostError } from "./failures";
import type { DynamicProvider } from "./provider";
import { hasOtherDeleteTimeout, recordedContextOf, requestOf, valuesOf } from "./request";
import { configure } from "./runtime";

/**
 * Handlers as Pulumi's dynamic host calls them: property bags in, property bags out. Nothing is decided here. `deletes` is
 * whether a delete does anything: its time-out is read out of what is recorded, so another one is an update.
 */
export function dynamicProvider(handlers: Handlers, { deletes = true } = {}): DynamicProvider {
  return {
    configure,

    async check(olds, news) {
      const recorded = valuesOf(olds);
      const isRecorded = Object.keys(recorded).length > 0;
      const request = { ...requestOf(news), olds: isRecorded ? recorded : undefined, news: valuesOf(news) };
      const { inputs, failures } = await handlers.check(request);
      return { inputs: bagOf(inputs, news), failures };
    },

    diff(id, olds, news) {
      const request = { ...requestOf(news), id, olds: valuesOf(olds), oldSecrets: requestOf(olds).secrets, news: valuesOf(news) };
      const { updates, replaces } = handlers.diff(request);
      const changes = updates.length + replaces.length > 0 || (deletes && hasOtherDeleteTimeout(olds, news));
      return { changes, replaces: [...replaces], deleteBeforeReplace: false };
    },

    async create(news) {
      const request = { ...requestOf(news), inputs: valuesOf(news) };
      const { id, outputs } = await asHostErrors(news, () => handlers.create(request));
      return { id, outs: bagOf(outputs, news) };
    },

    async read(id, bag) {
      const request = { ...requestOf(bag), id, olds: valuesOf(bag) };
      const found = await asHostErrors(bag, () => handlers.read(request));
      return found === undefined ? {} : { id, props: bagOf(found.outputs, bag), inputs: bagOf(found.inputs, bag) };
    },

    async update(id, olds, news) {
      const request = { ...requestOf(news), id, olds: valuesOf(olds), inputs: valuesOf(news) };
      return { outs: bagOf(await asHostErrors(news, () => handlers.update(request)), news) };
    },

    async delete(id, bag) {
      await asHostErrors(bag, () => handlers.delete({ ...requestOf(bag), id, olds: valuesOf(bag) }));
    },
  };
}

/** Values as a bag to record: with what the constructor told, for the questions that follow. */
function bagOf(values: object, told: Bag): Bag {
  return { ...toWire(values), ...recordedContextOf(told) };
}

async function asHostErrors<T>(bag: Bag, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw hostError(error, bag, (outputs) => bagOf(outputs, bag));
  }
}
