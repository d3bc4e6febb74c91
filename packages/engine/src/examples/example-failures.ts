import {
  type EvaluateResponse,
  type LocalizedText,
  type PolicyExample,
  type Problem,
  pointer,
  quote,
} from "@evenhand/domain";
import { type OutcomeDifference, outcomeDifferences } from "./outcome-differences.ts";

/** What is not as an example says; `at` is a JSON pointer into the policy document. */
export type ExampleFailure = {
  readonly at: string;
  readonly message: LocalizedText;
  readonly expected?: unknown;
  readonly got?: unknown;
};

/** How one example came out; it passes where nothing failed. */
export type ExampleResult = { readonly id: string; readonly failures: readonly ExampleFailure[] };

/** An example and its place among those of its policy. */
export type ExampleAt = { readonly example: PolicyExample; readonly index: number };

/** What an example came to, whoever decided it: an outcome with its reasons, or why there is none. */
export type ExampleDecided =
  | { readonly response: Pick<EvaluateResponse, "outcome" | "explanation"> }
  | { readonly refusal: { readonly problems: readonly Problem<string>[] } };

/**
 * Where the outcome of an example is not what the example expects, and which of its reasons do not stand.
 *
 * @example exampleFailures({ example, index: 0 }, decide(loaded, request, context))
 * // [{ at: "/examples/0/expect/disposition", expected: "upheld", got: "referred", message: { … } }]
 */
export function exampleFailures(one: ExampleAt, decided: ExampleDecided): readonly ExampleFailure[] {
  if ("refusal" in decided)
    return decided.refusal.problems.map(({ at, message }) => notDecided(one, at, message));
  const { outcome, explanation } = decided.response;
  return [
    ...outcomeDifferences(outcome, one.example.expect).map((difference) => otherOutcome(one, difference)),
    ...missingReasons(one, explanation),
  ];
}

function notDecided(
  { example: { id }, index }: ExampleAt,
  at: string,
  message: LocalizedText,
): ExampleFailure {
  return {
    at: pointer("examples", index, "request") + at,
    message: {
      en: `the example ${quote(id)} cannot be decided: ${message.en}`,
      zh: `示例${quote(id)}无法核算：${message.zh}`,
    },
  };
}

function otherOutcome(
  { example: { id }, index }: ExampleAt,
  { path, expected, got }: OutcomeDifference,
): ExampleFailure {
  const place = pointer(...path);
  const isOpen = expected === null && typeof got === "number";
  return {
    at: pointer("examples", index, "expect") + place,
    message: isOpen
      ? unsettled(id, place, got)
      : {
          en: `in the example ${quote(id)}, ${quote(place)} is ${shown(got).en}, not ${shown(expected).en}`,
          zh: `示例${quote(id)}中，${quote(place)}为${shown(got).zh}，而非${shown(expected).zh}`,
        },
    expected,
    got,
  };
}

/** No figure of an outcome is ever `null`: somebody left open what it ought to be. */
function unsettled(id: string, place: string, got: number): LocalizedText {
  return {
    en: `in the example ${quote(id)}, ${quote(place)} is ${got}, and what it ought to be is not settled yet`,
    zh: `示例${quote(id)}中，${quote(place)}为${got}，应为多少尚未确定`,
  };
}

function shown(value: unknown): LocalizedText {
  if (value === undefined) return { en: "absent", zh: "空缺" };
  const text = quote(JSON.stringify(value));
  return { en: text, zh: text };
}

function missingReasons(
  { example: { id, reasons }, index }: ExampleAt,
  explanation: EvaluateResponse["explanation"],
): readonly ExampleFailure[] {
  const standing = new Set(
    explanation
      .filter(({ kind, fired, stands }) => kind === "rule" && fired === true && stands !== false)
      .map(({ rule }) => rule),
  );
  return reasons.flatMap((rule, place) =>
    standing.has(rule)
      ? []
      : [
          {
            at: pointer("examples", index, "reasons", place),
            message: {
              en: `in the example ${quote(id)}, the rule ${quote(rule)} does not stand`,
              zh: `示例${quote(id)}中，规则${quote(rule)}未成立`,
            },
            expected: rule,
          },
        ],
  );
}
