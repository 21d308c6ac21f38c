import type { ComponentResourceOptions, CustomResourceOptions } from "@pulumi/pulumi";
import { defined } from "../../utils/defined";

/** The options of a component that holds a job and its waiter: each part gets those that do something there. */
export interface ComponentOptions {
  own: ComponentResourceOptions;
  job: CustomResourceOptions;
  waiter: CustomResourceOptions;
}

/** `waiterOutputs` are the outputs that the waiter has, and the job has not. */
export function componentOptions(
  opts: ComponentResourceOptions & CustomResourceOptions,
  waiterOutputs: readonly string[],
): ComponentOptions {
  const {
    ignoreChanges,
    replaceOnChanges,
    replacementTrigger,
    replaceWith,
    hideDiffs,
    additionalSecretOutputs: secrets,
    customTimeouts,
    import: imported,
    ...own
  } = opts;
  const isOfWaiter = (output: string) => waiterOutputs.includes(output);
  const { create, update } = customTimeouts ?? {};
  return {
    own,
    job: defined({
      ignoreChanges,
      replaceOnChanges,
      replacementTrigger,
      replaceWith,
      hideDiffs,
      additionalSecretOutputs: secrets?.filter((output) => !isOfWaiter(output)),
      customTimeouts,
      import: imported,
    }),
    waiter: {
      // Never protected: it would keep a job that runs again from being waited for.
      protect: false,
      ...defined({
        // A job and the wait for it have one id.
        import: imported,
        additionalSecretOutputs: secrets?.filter(isOfWaiter),
        customTimeouts: create || update ? defined({ create, update }) : undefined,
      }),
    },
  };
}
