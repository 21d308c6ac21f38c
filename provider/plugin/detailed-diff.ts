import type { DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import { leavesOf } from "../core/values/leaves";
import { covers } from "../core/values/paths";
import type { Values } from "../core/values/pick";
import type { DiffAnswer } from "../handlers/handlers";
import { messages } from "./pulumi";

/** What is compared: the recorded inputs, the recorded outputs, and the new inputs. */
export interface Compared {
  oldInputs: Values;
  olds: Values;
  news: Values;
}

/** A diff as the engine shows it: each path with what becomes of it. */
export function diffResponse({ updates, replaces }: DiffAnswer, compared: Compared): DiffResponse {
  const { DiffResponse } = messages;
  const response = new DiffResponse();
  const paths = [...updates, ...replaces];
  response.setChanges(paths.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE);
  response.setReplacesList(topsOf(replaces));
  response.setDiffsList(topsOf(paths));
  response.setHasdetaileddiff(true);
  const has = pathsIn(compared);
  for (const path of updates) response.getDetaileddiffMap().set(path, propertyDiff(path, has, false));
  for (const path of replaces) response.getDetaileddiffMap().set(path, propertyDiff(path, has, true));
  return response;
}

type Has = Record<keyof Compared, (path: string) => boolean>;

function propertyDiff(path: string, has: Has, isReplacing: boolean) {
  const { PropertyDiff } = messages;
  const { ADD, DELETE, UPDATE, ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE } = PropertyDiff.Kind;
  const diff = new PropertyDiff();
  // What the service filled in is no input of before: only the outputs have it.
  const isOfInputs = has.oldInputs(path) || has.news(path);
  const had = isOfInputs ? has.oldInputs(path) || has.olds(path) : has.olds(path);
  const [add, remove, update] = isReplacing ? [ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE] : [ADD, DELETE, UPDATE];
  diff.setKind(!had ? add : has.news(path) || !isOfInputs ? update : remove);
  diff.setInputdiff(has.oldInputs(path) || (!has.olds(path) && isOfInputs));
  return diff;
}

function pathsIn({ oldInputs, olds, news }: Compared): Has {
  const has = (values: Values) => {
    const paths = [...leavesOf(values).keys()];
    return (path: string) => paths.some((leaf) => covers([path], leaf) || covers([leaf], path));
  };
  return { oldInputs: has(oldInputs), olds: has(olds), news: has(news) };
}

function topsOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => /^[^.[]+/.exec(path)?.[0] ?? path))];
}
