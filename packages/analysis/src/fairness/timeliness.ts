import {
  type Deadline,
  type FactValue,
  type LocalizedText,
  localDay,
  parseDay,
  parseInstant,
} from "@evenhand/domain";
import { isComputed } from "../statistics/not-computable.ts";
import { type Rate, rateOf } from "../statistics/wilson.ts";
import { compareText } from "./compare-text.ts";
import type { FairnessDecision } from "./decision.ts";
import type { FairnessQuestion } from "./question.ts";

/** How many deadlines of one step were met, by unit; a unit of null is cases that name none. */
export type StepTimeliness = {
  readonly step: string;
  readonly unit: string | null;
  /** Cases that say when the step was done. */
  readonly met:
    | { readonly shown: "n < 10" }
    | { readonly shown: "rate"; readonly n: number; readonly met: number; readonly rate: Rate }
    /** Why there is no rate at all. */
    | { readonly shown: "words"; readonly words: LocalizedText };
  /** Cases with this deadline that do not say when it was done, or only the day where the hour decides. */
  readonly notSaid: number;
};

export type TimelinessOptions = {
  /** By step: the case fact, a day or a moment, that says when it was done. */
  readonly doneFacts: Readonly<Record<string, string>>;
  /** The case fact that names the unit that handled it. */
  readonly unitFact?: string;
  /** IANA time zone in which the days are counted. */
  readonly timeZone: string;
};

/** Fewer deadlines than this say nothing of a unit. */
const LEAST_DEADLINES = 10;

/**
 * Are steps done in time? The share of deadlines met, by step and unit, with Wilson's interval, where the facts say when a step
 * was done. On the day that it is due, or at the moment, is in time. Where nothing says it, that is said in words; an
 * undone step is never taken for a late one.
 */
export function timeliness(options: TimelinessOptions): FairnessQuestion<readonly StepTimeliness[]> {
  const counts = new Map<
    string,
    { readonly step: string; readonly unit: string | null; met: number; late: number; notSaid: number }
  >();
  return {
    see: (decision) => {
      const unit = unitOf(decision, options);
      for (const deadline of decision.deadlines) {
        const key = JSON.stringify([deadline.step, unit]);
        const own = counts.get(key) ?? { step: deadline.step, unit, met: 0, late: 0, notSaid: 0 };
        counts.set(key, own);
        const done = decision.facts[options.doneFacts[deadline.step] ?? ""];
        own[standingOf(deadline, done, options.timeZone)]++;
      }
    },
    answer: () =>
      [...counts]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([, { step, unit, met, late, notSaid }]) => ({
          step,
          unit,
          met: Object.hasOwn(options.doneFacts, step) ? shownOf(met, met + late) : NO_FACT,
          notSaid,
        })),
  };
}

function unitOf({ facts }: FairnessDecision, { unitFact }: TimelinessOptions): string | null {
  const value = unitFact === undefined ? null : facts[unitFact];
  return typeof value === "string" ? value : null;
}

function standingOf(
  deadline: Deadline,
  done: FactValue | undefined,
  timeZone: string,
): "met" | "late" | "notSaid" {
  if (typeof done !== "string") return "notSaid";
  const doneAt = parseInstant(done);
  const doneDay = parseDay(done) ?? (doneAt === undefined ? undefined : localDay(doneAt, timeZone));
  if (deadline.dueAt !== undefined) {
    const dueAt = parseInstant(deadline.dueAt) ?? 0;
    if (doneAt !== undefined) return doneAt <= dueAt ? "met" : "late";
    const dueDay = localDay(dueAt, timeZone);
    // A day alone decides unless it is the day on which the hour would.
    return doneDay === undefined || doneDay === dueDay ? "notSaid" : doneDay < dueDay ? "met" : "late";
  }
  const dueDay = parseDay(deadline.dueOn ?? "");
  if (doneDay === undefined || dueDay === undefined) return "notSaid";
  return doneDay <= dueDay ? "met" : "late";
}

const NO_FACT: StepTimeliness["met"] = {
  shown: "words",
  words: {
    en: "no fact of the cases says when this step was done, so nothing can be said of whether it was in time",
    zh: "案件中没有事实说明该步骤的完成时间，无法判断是否按期",
  },
};

const NEVER_SAID: StepTimeliness["met"] = {
  shown: "words",
  words: {
    en: "no case says when this step was done",
    zh: "没有案件填报该步骤的完成时间",
  },
};

function shownOf(met: number, of: number): StepTimeliness["met"] {
  const rate = rateOf({ count: met, of });
  if (!isComputed(rate)) return NEVER_SAID;
  return of < LEAST_DEADLINES ? { shown: "n < 10" } : { shown: "rate", n: of, met, rate };
}
