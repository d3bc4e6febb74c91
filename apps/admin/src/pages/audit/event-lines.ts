import type { LocalizedText } from "@evenhand/domain";

/** What stands at one place: a plain value, a list of plain values, a text in both languages, or nothing inside. */
export type Shown = string | number | boolean | null | readonly Plain[] | LocalizedText;
type Plain = string | number | boolean | null;

/** One place of what an event tells, with what stood there and what stands there since. */
export type EventLine = {
  /** The names that lead to it; a number is the place in a list, from 1. */
  readonly path: readonly (string | number)[];
  /** Left out where nothing stood there. */
  readonly before?: Shown;
  /** Left out where nothing stands there any more. */
  readonly after?: Shown;
};

/** Lines that belong together: a part of what the event tells; those of no part come first, without a name. */
export type LineGroup = { readonly name: string | undefined; readonly lines: readonly EventLine[] };

/** What of an event has a before and an after. */
export type Told = {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly entries?: unknown;
  readonly ledger?: unknown;
};

/**
 * What an event changed, place by place and part by part. Where it tells what was there before, places that stayed as
 * they were are left out.
 *
 * @example
 * eventGroups({ before: { state: "draft" }, after: { state: "in-review" } })
 * // [{ name: undefined, lines: [{ path: ["state"], before: "draft", after: "in-review" }] }]
 */
export function eventGroups({ before, after, entries, ledger }: Told): readonly LineGroup[] {
  const lines = linesBetween(before, after);
  const names = [...new Set(lines.filter(({ path }) => path.length > 1).map(({ path }) => path[0]))];
  const own = [
    { name: undefined, lines: lines.filter(({ path }) => path.length <= 1) },
    ...names.map((name) => ({
      name: String(name),
      lines: lines
        .filter(({ path }) => path.length > 1 && path[0] === name)
        .map(({ path, ...values }) => ({ ...values, path: path.slice(1) })),
    })),
  ];
  const kept = [
    { name: "ledgerEntries", lines: linesBetween(undefined, entries) },
    { name: "ledgerChanges", lines: linesBetween(undefined, ledger) },
  ];
  return [...own, ...kept].filter((group) => group.lines.length > 0);
}

function linesBetween(before: unknown, after: unknown): readonly EventLine[] {
  const [olds, news] = [placesIn(before), placesIn(after)];
  return [...new Set([...news.keys(), ...olds.keys()])].flatMap((key) => {
    const [older, newer] = [olds.get(key), news.get(key)];
    if (older && newer && JSON.stringify(older.value) === JSON.stringify(newer.value)) return [];
    const path = (newer ?? older)?.path ?? [];
    return [{ path, ...(older ? { before: older.value } : {}), ...(newer ? { after: newer.value } : {}) }];
  });
}

type Place = { readonly path: EventLine["path"]; readonly value: Shown };

/** Everything in a value, by where it stands. */
function placesIn(value: unknown): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const walk = (at: unknown, path: EventLine["path"]): void => {
    if (at === undefined) return;
    const shown = shownAs(at);
    if (shown !== undefined) places.set(JSON.stringify(path), { path, value: shown });
    else if (Array.isArray(at)) for (const [index, one] of at.entries()) walk(one, [...path, index + 1]);
    else for (const [name, one] of Object.entries(at as object)) walk(one, [...path, name]);
  };
  walk(value, []);
  return places;
}

/** What is shown as one; undefined of what has places inside. */
function shownAs(value: unknown): Shown | undefined {
  if (isPlain(value)) return value;
  if (Array.isArray(value)) return value.every(isPlain) ? value : undefined;
  const entries = Object.entries(value as object);
  if (entries.length === 0) return [];
  return isText(value) ? value : undefined;
}

function isPlain(value: unknown): value is Plain {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isText(value: unknown): value is LocalizedText {
  const entries = Object.entries(value as object);
  return (
    entries.length === 2 &&
    entries.every(([name, text]) => ["en", "zh"].includes(name) && typeof text === "string")
  );
}
