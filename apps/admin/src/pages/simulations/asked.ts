import { parseDay } from "@evenhand/domain";

/** Only cases of which the case itself, or one of its parties, states one of these values of a fact. */
export type ScopeFilter = { readonly fact: string; readonly values: readonly string[] };

/** What a simulation is asked for, as it stands in the address of the page. */
export type Asked = {
  readonly policy?: string | undefined;
  /** A version; without it the one that is in force today. */
  readonly baseline?: number | undefined;
  readonly candidate?: { readonly version: number } | { readonly draft: string } | undefined;
  /** Days of the decision, both included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly scope: readonly ScopeFilter[];
  readonly groups: readonly string[];
};

/** The same as parameters of an address: `policy`, `baseline`, `version` or `draft`, `from`, `until`, `scope`, `group`. */
export type AskedSearch = Readonly<Partial<Record<SearchName, string | string[]>>>;
export type SearchName = (typeof SEARCH_NAMES)[number];
export const SEARCH_NAMES = [
  "policy",
  "baseline",
  "version",
  "draft",
  "from",
  "until",
  "scope",
  "group",
] as const;

/**
 * What an address asks for, without what is none: a version of no number, a day of no calendar.
 *
 * @example
 * readAsked({ policy: "complaint-fines", version: "2", scope: ["site:north", "site:south"] })
 * // { policy: "complaint-fines", candidate: { version: 2 }, scope: [{ fact: "site", values: ["north", "south"] }], groups: [] }
 */
export function readAsked(search: AskedSearch): Asked {
  const known: Omit<Asked, "scope" | "groups"> = {
    policy: allOf(search.policy)[0],
    baseline: numberIn(search.baseline),
    candidate: candidateIn(search),
    from: dayIn(search.from),
    until: dayIn(search.until),
  };
  const stated = Object.entries(known).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(stated),
    scope: scopeIn(allOf(search.scope)),
    groups: [...new Set(allOf(search.group))],
  };
}

function candidateIn(search: AskedSearch): Asked["candidate"] {
  const [draft] = allOf(search.draft);
  if (draft !== undefined) return { draft };
  const version = numberIn(search.version);
  return version === undefined ? undefined : { version };
}

/** The parameters of an address by which `readAsked` gives the same; every name is there, so that what is off is taken off. */
export function searchOf(asked: Asked): Record<SearchName, string | string[] | undefined> {
  const { candidate } = asked;
  return {
    policy: asked.policy,
    baseline: asked.baseline?.toString(),
    version: candidate && "version" in candidate ? candidate.version.toString() : undefined,
    draft: candidate && "draft" in candidate ? candidate.draft : undefined,
    from: asked.from,
    until: asked.until,
    scope: asked.scope.flatMap(({ fact, values }) => values.map((value) => `${fact}:${value}`)),
    group: [...asked.groups],
  };
}

/** The address of a new simulation that asks for this. */
export function addressOf(asked: Partial<Asked>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(searchOf({ scope: [], groups: [], ...asked })))
    for (const one of allOf(value)) search.append(name, one);
  return `/simulations/new?${search}`;
}

/** What the service is sent; undefined while the policy or what takes the baseline's place is not chosen, or days run backwards. */
export function bodyOf(asked: Asked): SimulationBody | undefined {
  const { policy, candidate, baseline, ...others } = asked;
  if (policy === undefined || candidate === undefined || isBackwards(asked)) return undefined;
  return { ...others, policy, candidate, baseline: baseline ?? "in-force" };
}

export type SimulationBody = Pick<Asked, "from" | "until" | "scope" | "groups"> & {
  readonly policy: string;
  readonly candidate: NonNullable<Asked["candidate"]>;
  readonly baseline: number | "in-force";
};

/** Days written as `YYYY-MM-DD` order as text. */
export function isBackwards({ from, until }: Pick<Asked, "from" | "until">): boolean {
  return from !== undefined && until !== undefined && until < from;
}

/** Whether every past case of the policy is gone through. */
export function isFull({ from, until, scope }: Pick<Asked, "from" | "until" | "scope">): boolean {
  return from === undefined && until === undefined && scope.length === 0;
}

/** A scope with a value of a fact taken in, or out where it was in. */
export function withValue(
  scope: readonly ScopeFilter[],
  { fact, value }: { readonly fact: string; readonly value: string },
): readonly ScopeFilter[] {
  const pairs = scope.flatMap(({ fact: of, values }) => values.map((one) => `${of}:${one}`));
  const pair = `${fact}:${value}`;
  return scopeIn(pairs.includes(pair) ? pairs.filter((one) => one !== pair) : [...pairs, pair]);
}

function scopeIn(pairs: readonly string[]): readonly ScopeFilter[] {
  const values = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const colon = pair.indexOf(":");
    if (colon < 1) continue;
    const fact = pair.slice(0, colon);
    values.set(fact, (values.get(fact) ?? new Set()).add(pair.slice(colon + 1)));
  }
  return [...values].map(([fact, chosen]) => ({ fact, values: [...chosen] }));
}

function allOf(value: string | readonly string[] | undefined): readonly string[] {
  return [value ?? []].flat().filter((one) => one !== "");
}

function numberIn(value: string | readonly string[] | undefined): number | undefined {
  const [text = ""] = allOf(value);
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function dayIn(value: string | readonly string[] | undefined): string | undefined {
  return allOf(value).find((day) => parseDay(day) !== undefined);
}
