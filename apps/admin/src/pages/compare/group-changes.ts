import type { Policy } from "@evenhand/domain";
import type { ChangeSubject, PolicyChange } from "@evenhand/policy";
import type { PolicyReading, ReadingEntry } from "../../api/answers.ts";
import { type PolicyPlace, isOnAll, reachedPlace } from "../policy/policy-place.ts";
import type { Comparison, Readings } from "./comparison.ts";

/** A row is shown with its table. */
export type ChangeSection = Exclude<ChangeSubject, "row">;

/** Everything that differs in one rule, row, parameter or other thing that the reading has a sentence for. */
export type ChangedThing = {
  readonly changes: readonly PolicyChange[];
  /** The sentence of each side, where the sentences differ. */
  readonly before?: string;
  readonly after?: string;
  readonly reaches: readonly (PolicyPlace & { readonly version: number })[];
};

/** The differences by section and by what they are of, in the order of the document. */
export function groupChanges(
  { changes, before, after }: Comparison,
  readings: Readings,
): readonly { readonly section: ChangeSection; readonly things: readonly ChangedThing[] }[] {
  const sections = new Map<ChangeSection, Map<string, PolicyChange[]>>();
  for (const change of changes) {
    const section = change.subject === "row" ? "table" : change.subject;
    const things = sections.get(section) ?? new Map<string, PolicyChange[]>();
    const key = `${change.subject} ${change.id}`;
    things.set(key, [...(things.get(key) ?? []), change]);
    sections.set(section, things);
  }
  return [...sections].map(([section, things]) => ({
    section,
    things: [...things.values()].map((ofOne) => ({
      ...sentences(ofOne, readings),
      changes: ofOne,
      reaches: reached(ofOne, [after.policy, before.policy]),
    })),
  }));
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
  side: "before" | "after",
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

function reached(
  changes: readonly PolicyChange[],
  policies: readonly Policy[],
): readonly (PolicyPlace & { readonly version: number })[] {
  const ids = new Set(changes.flatMap(({ reaches }) => reaches));
  return [...ids].flatMap((id) => {
    const found = policies.flatMap((policy) => {
      const place = reachedPlace(id, policy);
      return place ? [{ ...place, version: policy.version }] : [];
    });
    return found.slice(0, 1);
  });
}
