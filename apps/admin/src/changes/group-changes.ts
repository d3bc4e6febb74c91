import type { Policy } from "@evenhand/domain";
import type { ChangeSubject, PolicyChange } from "@evenhand/policy";
import type { PolicyReading, ReadingEntry } from "../api/answers.ts";
import { type PolicyPlace, isOnAll, reachedPlace } from "../pages/policy/policy-place.ts";
import type { Comparison, Readings } from "./comparison.ts";

/** In the order in which they are shown. A row is shown with its table; deadlines and authority apart from other rules. */
export const SECTIONS = [
  "header",
  "parameter",
  "table",
  "deadline",
  "authority",
  "rule",
  "gate",
  "condition",
  "fact",
  "derived-fact",
  "word",
  "note",
  "example",
] as const satisfies readonly (Exclude<ChangeSubject, "row"> | "deadline" | "authority")[];
export type ChangeSection = (typeof SECTIONS)[number];

export type Side = "before" | "after";

/** Everything that differs in one rule, row, parameter or other thing. */
export type ChangedThing = {
  /** By which it is known while the documents change: `rule/close-in-7-days`. */
  readonly key: string;
  /** Where it stands now; where it is gone, where it stood. */
  readonly pointer: string;
  readonly changes: readonly PolicyChange[];
  /** The sentence of each side, where the sentences differ. */
  readonly before?: string;
  readonly after?: string;
  readonly reaches: readonly ReachedPlace[];
};

/** What a change reaches, with the document in which it stands. */
export type ReachedPlace = PolicyPlace & { readonly side: Side };

export type ChangeGroup = { readonly section: ChangeSection; readonly things: readonly ChangedThing[] };

/** The differences by section and by what they are of, in the order of the document within each. */
export function groupChanges(comparison: Comparison, readings?: Readings): readonly ChangeGroup[] {
  const found = new Map<ChangeSection, Map<string, PolicyChange[]>>();
  for (const change of comparison.changes) {
    const section = sectionOf(change, comparison);
    const things = found.get(section) ?? new Map<string, PolicyChange[]>();
    const key = `${change.subject}/${change.id}`;
    things.set(key, [...(things.get(key) ?? []), change]);
    found.set(section, things);
  }
  return SECTIONS.flatMap((section) => {
    const things = found.get(section);
    return things ? [{ section, things: [...things].map(([key, of]) => thing(key, of)) }] : [];
  });

  function thing(key: string, changes: readonly PolicyChange[]): ChangedThing {
    return {
      key,
      pointer: changes.map(({ at }) => at.after ?? at.before ?? "")[0] ?? "",
      changes,
      ...(readings ? sentences(changes, readings) : {}),
      reaches: reached(changes, comparison),
    };
  }
}

function sectionOf({ subject, id }: PolicyChange, { before, after }: Comparison): ChangeSection {
  if (subject !== "rule" && subject !== "row" && subject !== "table") return subject;
  const stage = stageOf(subject, id, after) ?? stageOf(subject, id, before);
  if (stage === "deadline" || stage === "authority") return stage;
  return subject === "row" ? "table" : subject;
}

function stageOf(subject: "rule" | "row" | "table", id: string, policy: Policy): string | undefined {
  if (subject === "rule") return policy.rules.find((rule) => rule.id === id)?.stage;
  const [table = ""] = id.split("#");
  return Object.hasOwn(policy.tables, table) ? policy.tables[table]?.stage : undefined;
}

function sentences(
  changes: readonly PolicyChange[],
  readings: Readings,
): Pick<ChangedThing, "before" | "after"> {
  if (changes.every(({ subject, id }) => subject === "header" && SAID_IN_FULL.has(id))) return {};
  const was = entryOf(changes, readings.before, "before");
  const is = entryOf(changes, readings.after, "after");
  return {
    ...(was && was.text !== is?.text ? { before: was.text } : {}),
    ...(is && was?.text !== is.text ? { after: is.text } : {}),
  };
}

/** The sentence that has the place of a change, or the nearest around it. */
function entryOf(
  changes: readonly PolicyChange[],
  reading: PolicyReading,
  side: Side,
): ReadingEntry | undefined {
  const pointer = changes.flatMap(({ at }) => at[side] ?? [])[0];
  if (pointer === undefined) return undefined;
  return reading.sections
    .flatMap(({ intro, entries }) => [...intro, ...entries])
    .filter((entry) => !isOnAll(entry.pointer) && isAround(entry.pointer, pointer))
    .toSorted((one, other) => other.pointer.length - one.pointer.length)[0];
}

/** Every two versions differ in these, and the change says all there is. */
const SAID_IN_FULL: ReadonlySet<string> = new Set(["version", "effectiveFrom"]);

function isAround(outer: string, pointer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

function reached(changes: readonly PolicyChange[], comparison: Comparison): readonly ReachedPlace[] {
  const ids = new Set(changes.flatMap(({ reaches }) => reaches));
  return [...ids].flatMap((id) => {
    const found = (["after", "before"] as const).flatMap((side) => {
      const place = reachedPlace(id, comparison[side]);
      return place ? [{ ...place, side }] : [];
    });
    return found.slice(0, 1);
  });
}
