import type { Departure, EvaluateRequest } from "@evenhand/domain";
import { readRequest } from "@evenhand/engine";
import {
  type Fields,
  amountField,
  idField,
  listField,
  openFields,
  textField,
  wholeField,
} from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/** What is asked for when a decision is to be recorded. */
export type DecisionRequest = {
  readonly policy: string;
  /** The case and, where one is named, the version. */
  readonly request: EvaluateRequest;
  /** Figures that the one who records it puts in place of the proposed ones; a `reason` is then required. */
  readonly departures: readonly Departure[];
  readonly reason?: string;
  /** The decision that this one takes the place of. */
  readonly supersedes?: string;
};

/** The same about a case that was kept before, by its id. */
export type KeptCaseRequest = Omit<DecisionRequest, "request"> & {
  readonly keptCase: string;
  readonly policyVersion?: number;
};

const LONGEST_REASON = 2_000;

/** Reads the body of `POST /v1/decisions`. What the ledger holds is never taken from it: the ledger itself is asked. */
export function readDecisionRequest(
  value: unknown,
): { readonly asked: DecisionRequest | KeptCaseRequest } | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(value, {
    required: ["policy", "case"],
    optional: ["policyVersion", "departures", "reason", "supersedes"],
    problems,
  });
  if (!fields) return refusedAsk(...problems);
  const policy = textField(fields, "policy", 64);
  const reason = textField(fields, "reason", LONGEST_REASON);
  const supersedes = textField(fields, "supersedes", 64);
  const departures = readDepartures(fields);
  const read = namesKeptCase(fields.values["case"]) ? readKeptCase(fields) : readGivenCase(fields);
  if ("refusal" in read) return refusedAsk(...problems, ...read.refusal.problems);
  if (departures.length > 0 && reason === undefined && problems.length === 0) problems.push(NO_REASON);
  if (problems.length > 0 || policy === undefined) return refusedAsk(...problems);
  return {
    asked: {
      policy,
      ...read,
      departures,
      ...(reason === undefined ? {} : { reason }),
      ...(supersedes === undefined ? {} : { supersedes }),
    },
  };
}

/** Whether it is the id of a case and none of what a case states. */
function namesKeptCase(value: unknown): value is { readonly id: unknown } {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "id")) return false;
  return !["reference", "facts", "parties"].some((name) => Object.hasOwn(value, name));
}

function readKeptCase({ values }: Fields): Pick<KeptCaseRequest, "keptCase" | "policyVersion"> | RefusedAsk {
  const problems: SentProblem[] = [];
  const named = openFields(values["case"], { required: ["id"], at: ["case"], problems });
  const keptCase = named && textField(named, "id", 64);
  const policyVersion = wholeField({ values, at: [], problems }, "policyVersion", {
    least: 1,
    most: Number.MAX_SAFE_INTEGER,
  });
  if (problems.length > 0 || keptCase === undefined) return refusedAsk(...problems);
  return { keptCase, ...(policyVersion === undefined ? {} : { policyVersion }) };
}

function readGivenCase({ values }: Fields): Pick<DecisionRequest, "request"> | RefusedAsk {
  const { case: theCase, policyVersion } = values;
  const read = readRequest({
    ...(theCase === undefined ? {} : { case: theCase }),
    ...(policyVersion === undefined ? {} : { policyVersion }),
  });
  if (!("refusal" in read)) return { request: read.request };
  // That there is no case was noted already.
  return refusedAsk(
    ...read.refusal.problems.filter(({ code, at }) => code !== "missing-field" || at !== "/case"),
  );
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
        const party = one && idField(one, "party");
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

const NO_REASON: SentProblem = {
  code: "missing-field",
  at: "/reason",
  message: {
    en: "whoever departs from the proposal gives a `reason`",
    zh: "偏离建议作出决定时，须填写`reason`说明理由",
  },
};
