/** The limits that hold for every model of a provider. Of the dynamic host they are keys of the stack alone. */
export interface LimitArgs {
  /** The most instance-hours (instances times the longest run time) of one training; a preview refuses more. A model can set its own with the input `maxInstanceHours`. Limits: above 0. Default: no limit. */
  maxInstanceHours?: number;
  /** The most trainings at a time, for each membership; further ones wait for their turn. Limits: 1 or more. Default: no limit. */
  maxConcurrentTrainings?: number;
}
