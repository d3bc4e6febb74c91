import {
  type EvaluateResponse,
  type LocalizedText,
  type PolicyExample,
  parseInstant,
  pointer,
  quote,
} from "@evenhand/domain";
import { type LoadedVersion, readRequest } from "@evenhand/engine";
import type { ServiceContext } from "../../context.ts";
import { decideByBoth } from "../../decisions/decide-by-both.ts";
import type { SentProblem } from "../../problems/problem-document.ts";
import { type OutcomeDifference, outcomeDifferences, placeOf } from "./outcome-differences.ts";

/** What is not as an example says; `at` is a JSON pointer into the policy document. */
export type ExampleFailure = {
  readonly at: string;
  readonly message: LocalizedText;
  readonly expected?: unknown;
  readonly got?: unknown;
};

/** How one example came out; it passes where nothing failed. */
export type ExampleResult = { readonly id: string; readonly failures: readonly ExampleFailure[] };

/** The case's own dates suffice for an example that names no moment, so that any will do, and always the same one. */
const ANY_MOMENT = Date.UTC(2026, 0, 1);

/**
 * Runs the examples of a policy by both evaluators, which must agree, and compares what comes out with what each expects.
 * Nothing else is served meanwhile for longer than one example takes.
 *
 * @example
 * await runExamples(context, loaded)
 * // [{ id: "two-drivers", failures: [{ at: "/examples/0/expect/disposition", expected: "upheld", got: "referred", … }] }]
 */
export async function runExamples(
  context: Pick<ServiceContext, "alarm">,
  loaded: LoadedVersion,
): Promise<readonly ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const [index, example] of loaded.version.policy.examples.entries()) {
    results.push({ id: example.id, failures: await failuresOf(context, loaded, { example, index }) });
    await new Promise((resume) => {
      setTimeout(resume);
    });
  }
  return results;
}

async function failuresOf(
  context: Pick<ServiceContext, "alarm">,
  loaded: LoadedVersion,
  { example, index }: { readonly example: PolicyExample; readonly index: number },
): Promise<readonly ExampleFailure[]> {
  const { policyVersion: _policyVersion, ...asked } = example.request;
  const read = readRequest(asked);
  if ("refusal" in read) return refusals(example, index, read.refusal.problems);
  // INVARIANT: validation refuses a moment that cannot be read.
  const evaluatedAt = parseInstant(example.evaluatedAt ?? "") ?? ANY_MOMENT;
  const decided = await decideByBoth(context, loaded, read.request, { evaluatedAt });
  if ("refusal" in decided) return refusals(example, index, decided.refusal.problems);
  return [
    ...outcomeDifferences(decided.response.outcome, example.expect).map((difference) =>
      otherOutcome(example, index, difference),
    ),
    ...missingReasons(example, index, decided.response),
  ];
}

function refusals(
  { id }: PolicyExample,
  index: number,
  problems: readonly SentProblem[],
): readonly ExampleFailure[] {
  return problems.map(({ at, message }) => ({
    at: pointer("examples", index, "request") + at,
    message: {
      en: `the example ${quote(id)} cannot be decided: ${message.en}`,
      zh: `示例${quote(id)}无法核算：${message.zh}`,
    },
  }));
}

function otherOutcome({ id }: PolicyExample, index: number, difference: OutcomeDifference): ExampleFailure {
  const { expected, got } = difference;
  const place = placeOf(difference);
  return {
    at: pointer("examples", index, "expect") + place,
    message: {
      en: `in the example ${quote(id)}, ${quote(place)} is ${shown(got).en}, not ${shown(expected).en}`,
      zh: `示例${quote(id)}中，${quote(place)}为${shown(got).zh}，而非${shown(expected).zh}`,
    },
    expected,
    got,
  };
}

function shown(value: unknown): LocalizedText {
  if (value === undefined) return { en: "absent", zh: "空缺" };
  const text = quote(JSON.stringify(value));
  return { en: text, zh: text };
}

function missingReasons(
  { id, reasons }: PolicyExample,
  index: number,
  { explanation }: EvaluateResponse,
): readonly ExampleFailure[] {
  const fired = new Set(
    explanation
      .filter(({ kind, fired, stands }) => kind === "rule" && fired === true && stands !== false)
      .map(({ rule }) => rule),
  );
  return reasons.flatMap((rule, place) =>
    fired.has(rule)
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
