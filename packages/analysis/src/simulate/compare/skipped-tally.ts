import type { LocalizedText, Problem } from "@evenhand/domain";
import type { DecidedSide, UndecidedSide } from "./decided-side.ts";

export const SKIPPED_SIDES = ["baseline", "candidate", "both"] as const;
export type SkippedSide = (typeof SKIPPED_SIDES)[number];

/** Cases that are in no figure for one reason. */
export type Skipped = {
  /** Which of the two could not decide them. */
  readonly side: SkippedSide;
  /** A code of `REFUSAL_CODES`, or one of the simulation's own. */
  readonly code: string;
  /** Without the side. Of both it is what the candidate says. */
  readonly reason: LocalizedText;
  readonly cases: number;
  /** Ids of the first of them, at most `MOST_EXAMPLES`. */
  readonly examples: readonly string[];
};

export const MOST_EXAMPLES = 5;
/** Reasons beyond these are counted as one, so that no input makes the list grow without end. */
export const MOST_REASONS = 200;

export type SkippedTallyState = readonly (Skipped & { readonly key: string })[];

/** Counts the cases that one side, or both, cannot decide, by reason. */
export class SkippedTally {
  readonly #reasons: Map<string, Skipped>;

  constructor(state: SkippedTallyState = []) {
    this.#reasons = new Map(state.map(({ key, ...skipped }) => [key, skipped]));
  }

  /** Counts a case where one of the two has a problem with it. */
  add(id: string, { baseline, candidate }: BothSides): void {
    const [before, after] = [problemOf(baseline), problemOf(candidate)];
    const problem = after ?? before;
    if (!problem) return;
    const side = before && after ? "both" : after ? "candidate" : "baseline";
    this.addReason(id, { side, code: problem.code, reason: reasonOf(problem) });
  }

  addReason(id: string, given: Pick<Skipped, "side" | "code" | "reason">): void {
    const wanted = JSON.stringify([given.side, given.code, given.reason.en]);
    const isFull = this.#reasons.size >= MOST_REASONS && !this.#reasons.has(wanted);
    const key = isFull ? OTHER_KEY : wanted;
    const known = this.#reasons.get(key) ?? { ...(isFull ? OTHER : given), cases: 0, examples: [] };
    this.#reasons.set(key, {
      ...known,
      cases: known.cases + 1,
      examples: known.examples.length < MOST_EXAMPLES ? [...known.examples, id] : known.examples,
    });
  }

  state(): SkippedTallyState {
    return Array.from(this.#reasons, ([key, skipped]) => ({ key, ...skipped }));
  }

  /** Most cases first. */
  reasons(): readonly Skipped[] {
    return [...this.#reasons]
      .toSorted(
        ([leftKey, left], [rightKey, right]) => right.cases - left.cases || (leftKey < rightKey ? -1 : 1),
      )
      .map(([, skipped]) => skipped);
  }
}

type BothSides = {
  readonly baseline: DecidedSide | UndecidedSide;
  readonly candidate: DecidedSide | UndecidedSide;
};

function problemOf(side: DecidedSide | UndecidedSide): Problem | undefined {
  return "problem" in side ? side.problem : undefined;
}

/** The fact that a problem is about, or whereabouts it is; cases with it at another party are skipped for the same reason. */
function placeOf({ at }: Problem): string {
  const parts = at.split("/").filter((part) => part !== "" && !/^\d+$/.test(part));
  const facts = parts.indexOf("facts");
  return (facts < 0 ? parts.at(-1) : parts[facts + 1]) ?? "";
}

/** These say the same of every case; what others say holds figures and ids of one. */
const SAME_OF_EVERY_CASE: ReadonlySet<string> = new Set(["missing-fact", "unknown-fact"]);

function reasonOf(problem: Problem): LocalizedText {
  const { code, message } = problem;
  if (SAME_OF_EVERY_CASE.has(code)) return message;
  const place = placeOf(problem);
  const { en, zh } = Object.hasOwn(REASONS, code) ? (REASONS[code] ?? UNFIT) : UNFIT;
  return place === "" ? { en, zh } : { en: `\`${place}\`: ${en}`, zh: `\`${place}\`：${zh}` };
}

const UNFIT: LocalizedText = { en: "the case cannot be decided", zh: "案件无法核算" };
const OTHER: Pick<Skipped, "side" | "code" | "reason"> = {
  side: "both",
  code: "other",
  reason: { en: "other reasons", zh: "其他原因" },
};
const OTHER_KEY = "other";

const REASONS: Readonly<Record<string, LocalizedText>> = {
  "wrong-type": { en: "a value of another type is needed", zh: "取值类型不符" },
  "unknown-value": { en: "a value is not on the list", zh: "取值不在列表中" },
  "not-a-date": { en: "a value is no existing day or moment", zh: "取值不是有效的日期或时刻" },
  "out-of-range": { en: "a value is out of range", zh: "取值超出允许范围" },
  "unknown-party": { en: "somebody is named who is no party of the case", zh: "所指的不是本案当事方" },
  "duplicate-party": { en: "a party is listed twice", zh: "当事方重复" },
  "conflicting-facts": { en: "facts of the case contradict one another", zh: "案件的事实相互矛盾" },
  "shares-exceed-whole": { en: "the shares add up to more than the whole", zh: "各方份额合计超过全部" },
  "too-many": { en: "the case holds more than can be decided at once", zh: "案件内容超出一次核算的限额" },
};
