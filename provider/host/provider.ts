import type { Bag } from "./bag";

/** What the line in the state hands over: a dynamic provider of Pulumi, over bags of properties. */
export interface DynamicProvider {
  configure(request: { config: { get(key: string): unknown; rawConfig?: unknown } }): void;
  check(olds: Bag, news: Bag): Promise<{ inputs: Bag; failures: { property: string; reason: string }[] }>;
  diff(id: string, olds: Bag, news: Bag): { changes: boolean; replaces: string[]; deleteBeforeReplace: boolean };
  create(news: Bag): Promise<{ id: string; outs: Bag }>;
  /** Nothing where it is not there any more. */
  read(id: string, bag: Bag): Promise<{ id?: string; props?: Bag; inputs?: Bag }>;
  update(id: string, olds: Bag, news: Bag): Promise<{ outs: Bag }>;
  delete(id: string, bag: Bag): Promise<void>;
}
