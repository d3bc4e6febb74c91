import type { Language, LocalizedText, Problem } from "@evenhand/domain";
import { PROBLEM_CODES, type ProblemCode } from "./codes.ts";
import { PROBLEM_TITLES } from "./titles.ts";

/** One thing that is wrong, as it is sent: `pointer` is a JSON pointer into what was sent, `""` the whole of it. */
export type ProblemEntry = {
  readonly code: ProblemCode;
  readonly pointer: string;
  readonly detail: string;
  readonly help?: string;
};

/** A problem document of RFC 9457, in one language; `errors` lists everything that was found. */
export type ProblemDocument = {
  /** Resolves, against the service, to what the code means. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors: readonly ProblemEntry[];
  /** Names this one occurrence: the id of the request. */
  readonly instance?: string;
};

export type SentProblem = Problem<ProblemCode>;

/** Where the meaning of a code is told, from the root of the service. */
export function problemType(code: ProblemCode): string {
  return `/problems/${code}`;
}

/**
 * The document for problems in order of precedence, as refusals hold them: the first gives code, status and title.
 *
 * @example
 * problemDocument([{ code: "missing-fact", at: "/case/facts/lossAmount", message: { en: "…", zh: "…" } }], { language: "zh" })
 * // { type: "/problems/missing-fact", title: "缺少事实", status: 422, detail: "…", code: "missing-fact", errors: [...] }
 */
export function problemDocument(
  problems: readonly SentProblem[],
  { language, instance }: { readonly language: Language; readonly instance?: string },
): ProblemDocument {
  const [first] = problems;
  if (!first) throw new Error("a problem document says what is wrong");
  return {
    type: problemType(first.code),
    title: PROBLEM_TITLES[first.code][language],
    status: PROBLEM_CODES[first.code],
    detail: summary(first.message, problems.length - 1)[language],
    code: first.code,
    errors: problems.map(({ code, at, message, help }) => ({
      code,
      pointer: at,
      detail: message[language],
      ...(help ? { help: help[language] } : {}),
    })),
    ...(instance === undefined ? {} : { instance }),
  };
}

function summary(first: LocalizedText, others: number): LocalizedText {
  if (others === 0) return first;
  return {
    en: `${first.en}; ${others} more ${others === 1 ? "problem is" : "problems are"} listed`,
    zh: `${first.zh}；另有${others}个问题见列表`,
  };
}
