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

/** More would not help whoever mends the request, and must not make a small request a large answer. */
const MOST_LISTED = 100;
const byPlace = new Intl.Collator("en", { numeric: true });

/** Problems in order of precedence of their codes, then of their places; the order of keys in what was sent has no say. */
export function refusal(problems: readonly Problem<RefusalCode>[]): Refusal {
  const rank = (found: Problem<RefusalCode>): number => PRECEDENCE.get(found.code) ?? PRECEDENCE.size;
  const sorted = problems.toSorted(
    (left, right) => rank(left) - rank(right) || byPlace.compare(left.at, right.at),
  );
  const [last] = sorted.slice(MOST_LISTED);
  if (!last) return { problems: sorted };
  const more = sorted.length - MOST_LISTED;
  const rest = problem({
    code: last.code,
    at: "",
    en: `${more} more problems are not listed`,
    zh: `另有${more}处问题未列出`,
    help: { en: "mend those above and send it again", zh: "请先改正以上问题再提交" },
  });
  return { problems: [...sorted.slice(0, MOST_LISTED), rest] };
}

export function didYouMean(suggestion: string | undefined): LocalizedText | undefined {
  return suggestion === undefined
    ? undefined
    : { en: `did you mean \`${suggestion}\`?`, zh: `是不是\`${suggestion}\`？` };
}
