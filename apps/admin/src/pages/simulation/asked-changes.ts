import type { ChangeKind, ChangedBy } from "@evenhand/analysis";
import type { CHANGE_ORDERS, DIRECTIONS as TOLD } from "@evenhand/service";

/** By what the list of changed cases is narrowed. Each stands under the name by which the service takes it. */
export const FILTERS = [
  "direction",
  "by",
  "kind",
  "approval",
  "cause",
  "from",
  "to",
  "group",
  "value",
  "least",
  "most",
] as const;
export type FilterName = (typeof FILTERS)[number];

/** What of them is asked for; differences are minor units, written in digits. */
export type AskedChanges = Partial<Readonly<Record<FilterName, string>>>;

export const DIRECTIONS = wordsOf<(typeof TOLD)[number]>({ higher: true, lower: true, same: true });
export const LABELS = wordsOf<ChangedBy>({ rule: true, "earlier-month": true });
export const KINDS = wordsOf<ChangeKind>({
  amount: true,
  schedule: true,
  disposition: true,
  grade: true,
  deadline: true,
  approval: true,
  other: true,
});

/** In which order the list stands: by the day of the decision, or the largest difference first. */
export type ChangeOrder = (typeof CHANGE_ORDERS)[number];
export const ORDERS = wordsOf<ChangeOrder>({ day: true, difference: true });

/** Words that the service takes, in the order in which they are offered; one more or one less does not compile. */
function wordsOf<Word extends string>(words: Readonly<Record<Word, true>>): readonly Word[] {
  const isWord = (text: string): text is Word => Object.hasOwn(words, text);
  return Object.keys(words).filter(isWord);
}

/** The order that an address names, else by day. */
export function orderIn(text: string | undefined): ChangeOrder {
  return ORDERS.find((order) => order === text) ?? "day";
}

const isDifference = (text: string): boolean => /^-?\d{1,15}$/.test(text);

/**
 * What an address asks for, without what the service would refuse: a direction that there is not, half a transition, the
 * value of no group.
 *
 * @example readAsked({ direction: "up", least: "1", group: "unit" }) // { group: "unit", least: "1" }
 */
export function readAsked(params: AskedChanges): AskedChanges {
  const stands: Readonly<Record<FilterName, (value: string) => boolean>> = {
    direction: (value) => DIRECTIONS.some((direction) => direction === value),
    by: (value) => LABELS.some((label) => label === value),
    kind: (value) => KINDS.some((kind) => kind === value),
    approval: (value) => value === "higher",
    cause: () => true,
    from: () => (params.to ?? "") !== "",
    to: () => (params.from ?? "") !== "",
    group: () => true,
    value: () => params.group !== undefined,
    least: isDifference,
    most: isDifference,
  };
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = params[name];
      return typeof value === "string" && value !== "" && stands[name](value) ? [[name, value]] : [];
    }),
  );
}
