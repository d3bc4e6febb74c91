import type { Departure, EvaluateRequest } from "@evenhand/domain";
import { readRequest } from "@evenhand/engine";
import { type Fields, amountField, listField, openFields, textField } from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/** What is asked for when a decision is to be recorded. */
export type DecisionRequest = {
  readonly policy: string;
  /** The case and, where one is named, the version. */
  readonly request: EvaluateRequest;
  /** Figures that the one who records it puts in place of the proposed ones; their `reasons` are then required. */
  readonly departures: readonly Departure[];
  readonly reasons?: string;
  /** The decision that this one takes the place of. */
  readonly supersedes?: string;
};

const LONGEST_REASONS = 2_000;

/** Reads the body of `POST /v1/decisions`. What the ledger holds is never taken from it: the ledger itself is asked. */
export function readDecisionRequest(value: unknown): { readonly asked: DecisionRequest } | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(value, {
    required: ["policy", "case"],
    optional: ["policyVersion", "departures", "reasons", "supersedes"],
    problems,
  });
  if (!fields) return refusedAsk(...problems);
  const policy = textField(fields, "policy", 64);
  const reasons = textField(fields, "reasons", LONGEST_REASONS);
  const supersedes = textField(fields, "supersedes", 64);
  const departures = readDepartures(fields);
  const { case: theCase, policyVersion } = fields.values;
  const read = readRequest({
    ...(theCase === undefined ? {} : { case: theCase }),
    ...(policyVersion === undefined ? {} : { policyVersion }),
  });
  if ("refusal" in read) {
    // That there is no case was noted already.
    const others = read.refusal.problems.filter(({ code, at }) => code !== "missing-field" || at !== "/case");
    return refusedAsk(...problems, ...others);
  }
  if (departures.length > 0 && reasons === undefined && problems.length === 0) problems.push(NO_REASONS);
  if (problems.length > 0 || policy === undefined) return refusedAsk(...problems);
  return {
    asked: {
      policy,
      request: read.request,
      departures,
      ...(reasons === undefined ? {} : { reasons }),
      ...(supersedes === undefined ? {} : { supersedes }),
    },
  };
}

/** Reads `departures`: for each party the figures that are decided instead of those proposed. */
export function readDepartures(fields: Fields): readonly Departure[] {
  return (
    listField(fields, "departures", {
      most: 200,
      read: (value, at) => {
        const one = openFields(value, {
          required: ["party"],
          optional: ["fineMinor", "bonusMinor", "grade"],
          at,
          problems: fields.problems,
        });
        const party = one && textField(one, "party");
        if (!one || party === undefined) return undefined;
        const [fineMinor, bonusMinor] = [amountField(one, "fineMinor"), amountField(one, "bonusMinor")];
        const grade = one.values["grade"] === null ? null : textField(one, "grade", 64);
        return {
          party,
          ...(fineMinor === undefined ? {} : { fineMinor }),
          ...(bonusMinor === undefined ? {} : { bonusMinor }),
          ...(grade === undefined ? {} : { grade }),
        };
      },
    }) ?? []
  );
}

const NO_REASONS: SentProblem = {
  code: "missing-field",
  at: "/reasons",
  message: {
    en: "whoever departs from the proposal gives `reasons`",
    zh: "偏离建议作出决定时，须填写`reasons`说明理由",
  },
};
