import { useSearchParams } from "@solidjs/router";
import {
  type AskedChanges,
  type ChangeOrder,
  FILTERS,
  type FilterName,
  orderIn,
  readAsked,
} from "./asked-changes.ts";

export type ChangesInAddress = {
  readonly asked: () => AskedChanges;
  /** After which case the page begins. */
  readonly after: () => string | undefined;
  /** Asks for something else, from the first case on. */
  readonly ask: (change: { readonly [Name in FilterName]?: string | undefined }) => void;
  readonly order: () => ChangeOrder;
  /** Puts the list in another order, from the first case on. */
  readonly putIn: (order: ChangeOrder) => void;
  readonly goTo: (after: string | undefined) => void;
  readonly clear: () => void;
};

/** What the address of a simulation asks of its changes. */
export function useAskedChanges(): ChangesInAddress {
  const [params, setParams] = useSearchParams<
    AskedChanges & { readonly after?: string; readonly order?: string }
  >();
  const ask = (change: object): void => setParams({ after: undefined, ...change }, { scroll: false });
  return {
    asked: () => readAsked(params),
    after: () => (params.after !== undefined && /^\d{1,15}$/.test(params.after) ? params.after : undefined),
    ask,
    order: () => orderIn(params.order),
    putIn: (order) => ask({ order: order === "day" ? undefined : order }),
    goTo: (after) => setParams({ after }),
    clear: () => ask(Object.fromEntries(FILTERS.map((name) => [name, undefined]))),
  };
}
