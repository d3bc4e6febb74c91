import { type Accessor, createComputed, createSignal, untrack } from "solid-js";

/**
 * A value that its readers hear of only when it is another one. The readers of a memo are looked at each time anything
 * behind the memo changes, if only to find that its value is the same; with thousands of cells that is most of an edit.
 * Within `batch`, and within an effect that changes what it rests on, it is still what it was before.
 *
 * @example const count = steady(() => rows().length);
 */
export function steady<Value>(read: Accessor<Value>): Accessor<Value> {
  const [value, setValue] = createSignal(untrack(read));
  createComputed(() => setValue(read));
  return value;
}
