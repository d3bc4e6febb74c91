import { type LocalizedText, type Problem, REFUSAL_CODES, type RefusalCode, quote } from "@evenhand/domain";

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

type Found<Code extends string> = {
  readonly code: Code;
  readonly at: string;
  readonly en: string;
  readonly zh: string;
  readonly help?: LocalizedText | undefined;
};

export function problem<Code extends string = RefusalCode>({
  code,
  at,
  en,
  zh,
  help,
}: Found<Code>): Problem<Code> {
  return { code, at, message: { en, zh }, ...(help ? { help } : {}) };
}

const PRECEDENCE: ReadonlyMap<string, number> = new Map(
  Object.keys(REFUSAL_CODES).map((code, index) => [code, index]),
);

/** More would not help whoever mends the request, and must not make a small request a large answer. */
const MOST_LISTED = 100;
const byPlace = new Intl.Collator("en", { numeric: true });

/** Problems in order of precedence of their codes, then of their places; the order of keys in what was sent has no say. */
export function refusal<Code extends string = RefusalCode>(
  problems: readonly Problem<Code>[],
): { readonly problems: readonly Problem<Code>[] } {
  const rank = (found: Problem<Code>): number => PRECEDENCE.get(found.code) ?? PRECEDENCE.size;
  const sorted = problems.toSorted(
    (left, right) => rank(left) - rank(right) || byPlace.compare(left.at, right.at),
  );
  const [last] = sorted.slice(MOST_LISTED);
  if (!last) return { problems: sorted };
  const more = sorted.length - MOST_LISTED;
  const rest = {
    code: last.code,
    at: "",
    message: { en: `${more} more problems are not listed`, zh: `另有${more}处问题未列出` },
    help: { en: "mend those above and send it again", zh: "请先改正以上问题再提交" },
  };
  return { problems: [...sorted.slice(0, MOST_LISTED), rest] };
}

/**
 * The id of a party, as messages show it: whole. What stands for a person is longer than a quotation shows of a text, and
 * cut off it could not be read back.
 */
export function quoteId(id: string): string {
  return `\`${Array.from(id, (character) => quote(character).slice(1, -1)).join("")}\``;
}

export function didYouMean(suggestion: string | undefined): LocalizedText | undefined {
  return suggestion === undefined
    ? undefined
    : { en: `did you mean \`${suggestion}\`?`, zh: `是不是\`${suggestion}\`？` };
}
