import { useSearchParams } from "@solidjs/router";
import { dayAfter, isDay } from "../policy/effect.ts";

/** Which events are asked for, as the address has it; what is left out is not asked for. */
export type Asked = {
  /** The kind of object, and with it its id. */
  readonly kind?: string;
  readonly id?: string;
  /** `user:…`, `key:…` or `system:…`. */
  readonly actor?: string;
  readonly action?: string;
  /** The first and the last day, for the reader. */
  readonly from?: string;
  readonly to?: string;
};

/** What else the address says: before which event the page begins, and which event is opened. */
type Shown = { readonly before?: string; readonly open?: string };

const FILTERS = ["kind", "id", "actor", "action", "from", "to"] as const satisfies readonly (keyof Asked)[];

export type AskedInAddress = {
  readonly asked: () => Asked;
  readonly isFiltered: () => boolean;
  readonly before: () => number | undefined;
  readonly open: () => number | undefined;
  /** Asks for something else, from the newest event on. */
  readonly ask: (change: { readonly [Name in keyof Asked]: string | undefined }) => void;
  readonly clear: () => void;
  readonly toggle: (event: number) => void;
  /** The address of the same view with some of it changed. */
  readonly addressOf: (change: Partial<Record<keyof Asked | keyof Shown, string | undefined>>) => string;
};

/** What the address of the audit log asks for. */
export function useAsked(): AskedInAddress {
  const [params, setParams] = useSearchParams<Asked & Shown>();
  const valueOf = (name: keyof Asked): string | undefined => {
    const value = params[name];
    if (typeof value !== "string" || value === "") return undefined;
    return (name === "from" || name === "to") && !isDay(value) ? undefined : value;
  };
  const asked = (): Asked =>
    Object.fromEntries(
      FILTERS.flatMap((name) => (valueOf(name) === undefined ? [] : [[name, valueOf(name)]])),
    );
  const afresh = { before: undefined, open: undefined };
  return {
    asked,
    isFiltered: () => Object.keys(asked()).length > 0,
    before: () => numberIn(params.before),
    open: () => numberIn(params.open),
    ask: (change) => setParams({ ...afresh, ...change }),
    clear: () => setParams({ ...afresh, ...Object.fromEntries(FILTERS.map((name) => [name, undefined])) }),
    toggle: (event) =>
      setParams(
        { open: numberIn(params.open) === event ? undefined : event },
        { replace: true, scroll: false },
      ),
    addressOf: (change) => {
      const values = { ...asked(), before: params.before, open: params.open, ...change };
      const search = new URLSearchParams(
        Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      );
      return search.size === 0 ? "/audit" : `/audit?${search}`;
    },
  };
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** What is asked for, as the service takes it. Days are those of the reader's clock. */
export function filterOf({ kind, id, actor, action, from, to }: Asked): URLSearchParams {
  const filter = new URLSearchParams();
  if (kind !== undefined) filter.set("object", id === undefined ? kind : `${kind}:${id}`);
  if (actor !== undefined) filter.set("actor", actor);
  if (action !== undefined) filter.set("action", action);
  if (from !== undefined) filter.set("after", beginningOf(from));
  if (to !== undefined) filter.set("until", beginningOf(dayAfter(to)));
  return filter;
}

function beginningOf(day: string): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, dayOfMonth).toISOString();
}
