import {
  DISPOSITIONS,
  type Disposition,
  type LocalizedText,
  type PartyOutcome,
  wordLabel,
} from "@evenhand/domain";
import type { Sides } from "./compare/comparison.ts";
import type { OutcomeClass } from "./simulation-result.ts";

const GRADE = "grade:";
const DISPOSITION = "disposition:";

/**
 * What is decided of a party, in a word: its grade, else that it is charged something, else what became of a case that was
 * not upheld, else a reminder, a commendation, or nothing. Whoever only one side names is decided nothing about on the
 * other.
 *
 * @example classOf("upheld", { grade: "warning", totalMinor: 20000, … }) // "grade:warning"
 */
export function classOf(disposition: Disposition, party: PartyOutcome | undefined): string {
  if (party && party.grade !== null) return GRADE + party.grade;
  if (party && party.totalMinor > 0) return "deduction";
  if (disposition !== "upheld") return DISPOSITION + disposition;
  if (party?.reminder === true) return "reminder";
  return party?.commendation === true ? "commendation" : "none";
}

const OWN: Readonly<Record<string, LocalizedText>> = {
  commendation: { en: "commendation", zh: "表扬" },
  none: { en: "nothing decided", zh: "无处理" },
  reminder: { en: "reminder only", zh: "仅提醒" },
  deduction: { en: "deduction or fine without a grade", zh: "仅扣款，无处分" },
};

/** Every class that two versions can come to, mildest first: grades in the candidate's order, then the baseline's others. */
export function outcomeClasses({ baseline, candidate }: Sides): readonly OutcomeClass[] {
  const [before, after] = [baseline.version.policy, candidate.version.policy];
  const words = { ...before.words, ...after.words };
  const own = (id: string): OutcomeClass => ({ id, label: OWN[id] ?? { en: id, zh: id } });
  const dispositions = DISPOSITIONS.filter((disposition) => disposition !== "upheld");
  return [
    own("commendation"),
    own("none"),
    ...dispositions.map((one) => ({ id: DISPOSITION + one, label: wordLabel(one, words) })),
    own("reminder"),
    own("deduction"),
    ...[...new Set([...after.grades, ...before.grades])].map((grade) => ({
      id: GRADE + grade,
      label: wordLabel(grade, words),
    })),
  ];
}
