import {
  type LocalizedText,
  type Problem,
  REFUSAL_CODES,
  type Refusal,
  type RefusalCode,
} from "@evenhand/domain";

/** Thrown inside the engine where a case cannot be evaluated; `decide` turns it into a refusal. Never leaves the package. */
export class CaseRefused extends Error {
  readonly problems: readonly Problem<RefusalCode>[];

  constructor(problems: readonly Problem<RefusalCode>[]) {
    super(problems.map((problem) => `${problem.code} at ${problem.at}`).join("; "));
    this.name = "CaseRefused";
    this.problems = problems;
  }
}

export type ProblemList = Problem<RefusalCode>[];

type Found = {
  readonly code: RefusalCode;
  readonly at: string;
  readonly en: string;
  readonly zh: string;
  readonly help?: LocalizedText | undefined;
};

export function problem({ code, at, en, zh, help }: Found): Problem<RefusalCode> {
  return { code, at, message: { en, zh }, ...(help ? { help } : {}) };
}

const PRECEDENCE = new Map(Object.keys(REFUSAL_CODES).map((code, index) => [code, index]));

/** Problems in order of precedence of their codes, then of their places; the order of keys in what was sent has no say. */
export function refusal(problems: readonly Problem<RefusalCode>[]): Refusal {
  const rank = (found: Problem<RefusalCode>): number => PRECEDENCE.get(found.code) ?? PRECEDENCE.size;
  const compare = (left: Problem<RefusalCode>, right: Problem<RefusalCode>): number =>
    rank(left) - rank(right) || left.at.localeCompare(right.at, "en", { numeric: true });
  return { problems: problems.toSorted(compare) };
}

export function didYouMean(suggestion: string | undefined): LocalizedText | undefined {
  return suggestion === undefined
    ? undefined
    : { en: `did you mean \`${suggestion}\`?`, zh: `是不是 \`${suggestion}\`？` };
}
