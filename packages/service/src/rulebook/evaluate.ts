import {
  type EvaluateRequest,
  type EvaluateResponse,
  type LedgerBefore,
  type Policy,
  type Refusal,
  parseJson,
} from "@evenhand/domain";
import {
  type DecideResult,
  type SelectedVersion,
  decide,
  decideByReference,
  readRequest,
  selectVersion,
} from "@evenhand/engine";
import { inPrecedence } from "../problems/precedence.ts";
import { AskRefused, type RefusedAsk } from "../refused.ts";
import { findPolicy, notUsable } from "./find.ts";
import type { BookedPolicy, BookedVersion } from "./booked-policy.ts";

/** How large a request for one evaluation may be, checked before anything recursive runs over it. */
export const REQUEST_LIMITS = { maxBytes: 64 * 1024, maxDepth: 32, maxNodes: 10_000 } as const;

export type EvaluateOptions = {
  /** The moment of evaluation, epoch milliseconds. */
  readonly evaluatedAt: number;
  /** Which implementation answers for the rules; default the compiled one. */
  readonly evaluator?: "compiled" | "reference";
  /** A version to use instead of the one the request names or its dates lead to. */
  readonly policyVersion?: number;
  /**
   * What is known of the people in a case: the findings against them, and what the ledger holds of them where the request
   * does not say what is scheduled. Where it throws `AskRefused`, the request is refused so.
   */
  readonly ledger?: (policy: Policy, request: EvaluateRequest) => Promise<LedgerBefore>;
};

/**
 * A decision; or a refusal, which lists everything wrong with the request; or a failure, a bug of ours that was thrown.
 * INVARIANT: a failure never becomes an outcome, and it spoils no other request.
 */
export type Evaluation = { readonly response: EvaluateResponse } | RefusedAsk | { readonly failure: unknown };

export async function evaluate(
  policies: ReadonlyMap<string, BookedPolicy>,
  { id, text }: { readonly id: string; readonly text: string },
  options: EvaluateOptions,
): Promise<Evaluation> {
  try {
    const found = findPolicy(policies, id);
    const read = readText(text);
    if ("refusal" in read) {
      const others = "refusal" in found ? found.refusal.problems : [];
      return { refusal: { problems: inPrecedence([...read.refusal.problems, ...others]) } };
    }
    if ("refusal" in found) return found;
    const { policyVersion } = options;
    return await decideUnder(
      found.policy,
      policyVersion === undefined ? read.request : { ...read.request, policyVersion },
      options,
    );
  } catch (failure) {
    if (failure instanceof AskRefused) return { refusal: { problems: failure.problems } };
    return { failure };
  }
}

function readText(text: string): { readonly request: EvaluateRequest } | { readonly refusal: Refusal } {
  const parsed = parseJson(text, REQUEST_LIMITS);
  return "problems" in parsed ? { refusal: parsed } : readRequest(parsed.value);
}

async function decideUnder(
  policy: BookedPolicy,
  request: EvaluateRequest,
  options: EvaluateOptions,
): Promise<DecideResult> {
  const selected = selectIn(policy, request, options.evaluatedAt);
  if ("refusal" in selected) return selected;
  const { loaded, version } = selected.version;
  const ledger = await options.ledger?.(version.policy, request);
  const context = {
    evaluatedAt: options.evaluatedAt,
    versionReason: selected.reason,
    ...(ledger && request.scheduled === undefined
      ? { scheduled: ledger.scheduled, closedThrough: ledger.closedThrough }
      : {}),
    ...(ledger ? { record: ledger.findings } : {}),
  };
  return options.evaluator === "reference"
    ? await decideByReference(loaded, request, context)
    : decide(loaded, request, context);
}

/**
 * The version that a case is decided under: the one that is named, or else the one in force on the day it goes by. Refused
 * where that version is kept out, or might be.
 */
export function selectIn(
  policy: BookedPolicy,
  request: EvaluateRequest,
  evaluatedAt: number,
): SelectedVersion<BookedVersion> | { readonly refusal: Refusal } {
  if (!isAboutKeptOut(policy, request.policyVersion))
    return selectVersion(policy.versions, request, evaluatedAt);
  return notUsable(policy, request.policyVersion === undefined ? "" : "/policyVersion");
}

/** Whether the version asked for is not usable, or, where none is named, might be one that is not. */
function isAboutKeptOut(policy: BookedPolicy, named: number | undefined): boolean {
  if (policy.versions.length === 0) return true;
  if (named === undefined) return policy.keptOut.length > 0;
  return policy.keptOut.some(({ version }) => version === named);
}
