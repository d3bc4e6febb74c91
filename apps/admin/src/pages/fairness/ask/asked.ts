import type { HeldSame } from "@evenhand/analysis";
import { parseDay } from "@evenhand/domain";

/** What is asked, as the form and the address have it. Empty texts are nothing chosen. */
export type Asked = {
  readonly policy: string;
  /** Days of the decision, both included. */
  readonly from: string;
  readonly until: string;
  /** A kind of case. */
  readonly kind: string;
  /** Facts by which people are told apart; undefined where nobody chose yet. */
  readonly groups: readonly string[] | undefined;
  /** By fact: the value whose people the others stand beside. */
  readonly reference: Readonly<Record<string, string>>;
  readonly same: HeldSame;
  /** Two facts to look at at once. */
  readonly cross: readonly [rows: string, columns: string] | null;
  readonly draft: string;
  /** Facts that say what further questions need. */
  readonly rank: string;
  readonly pay: string;
  readonly unit: string;
  readonly parts: Readonly<Record<string, string>>;
  /** By step: the fact that says when it was done. */
  readonly steps: Readonly<Record<string, string>>;
};

/** The parameters of an address, as the router has them. */
export type Parameters = Readonly<Record<string, string | undefined>>;

/** What the address of the page asks. What is no day, or names nothing, is as if it were not there. */
export function readAsked(parameters: Parameters): Asked {
  const text = (name: string): string => parameters[name]?.trim() ?? "";
  const day = (name: string): string => (parseDay(text(name)) === undefined ? "" : text(name));
  const list = (name: string): readonly string[] =>
    text(name)
      .split(",")
      .filter((item) => item !== "");
  const same = parameters["same"] === undefined ? ["category", "lossBand"] : list("same");
  const [rows, columns, ...further] = list("cross");
  return {
    policy: text("policy"),
    from: day("from"),
    until: day("until"),
    kind: text("kind"),
    groups: parameters["groups"] === undefined ? undefined : list("groups"),
    reference: prefixed(parameters, "ref-"),
    same: {
      category: same.includes("category"),
      lossBand: same.includes("lossBand"),
      facts: same.filter((item) => item !== "category" && item !== "lossBand"),
    },
    cross: rows !== undefined && columns !== undefined && further.length === 0 ? [rows, columns] : null,
    draft: text("draft"),
    rank: text("rank"),
    pay: text("pay"),
    unit: text("unit"),
    parts: prefixed(parameters, "part-"),
    steps: prefixed(parameters, "step-"),
  };
}

function prefixed(parameters: Parameters, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== undefined && value !== ""
        ? [[name.slice(prefix.length), value]]
        : [],
    ),
  );
}

/** The address of a question, in an order that is always the same; what is usual is left out. */
export function parametersOf(asked: Asked): URLSearchParams {
  const { same, cross, groups } = asked;
  const held = [
    ...(same.category ? ["category"] : []),
    ...(same.lossBand ? ["lossBand"] : []),
    ...same.facts.toSorted(),
  ];
  const entries: readonly (readonly [string, string | undefined])[] = [
    ["policy", asked.policy],
    ["from", asked.from],
    ["until", asked.until],
    ["kind", asked.kind],
    ["groups", groups?.join(",")],
    ...withPrefix("ref-", asked.reference),
    ["same", held.join(",") === "category,lossBand" ? undefined : held.join(",")],
    ["cross", cross?.join(",")],
    ["draft", asked.draft],
    ["rank", asked.rank],
    ["pay", asked.pay],
    ["unit", asked.unit],
    ...withPrefix("part-", asked.parts),
    ...withPrefix("step-", asked.steps),
  ];
  // Nothing held the same, and no group, is something chosen and stays in the address.
  const isKept = ([name, value]: readonly [string, string | undefined]): boolean =>
    value !== undefined && (value !== "" || name === "groups" || name === "same");
  return new URLSearchParams(
    entries.filter(isKept).map(([name, value]): [string, string] => [name, value ?? ""]),
  );
}

function withPrefix(
  prefix: string,
  values: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  return Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([name, value]): [string, string] => [`${prefix}${name}`, value])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether two questions are the same one, in whatever order their groups were chosen. */
export function isSameQuestion(one: Asked, other: Asked): boolean {
  const textOf = (asked: Asked): string =>
    parametersOf({ ...asked, groups: asked.groups?.toSorted() }).toString();
  return textOf(one) === textOf(other);
}
