/** Under which types the state knows the three parts of one kind of resource. */
export interface ResourceTypes {
  component: string;
  job: string;
  waiter: string;
}
