import { type ChangeKind, comparisonOf, decideSide } from "@evenhand/analysis";
import type { DecisionRecord, LocalizedText, Policy } from "@evenhand/domain";
import { decide } from "@evenhand/engine";
import { loadUpon, openDocument, openGround } from "../../../live/open-document.ts";
import type { LiveGround } from "../../../live/protocol.ts";
import type { Told } from "../decision-reading.ts";
import { contextOf, isProposedHere } from "../why/nearest-change.ts";

/** What a recorded case comes to under other rules, decided in this browser upon the ledger of its decision. */
export type DecidedUnder =
  | {
      readonly kind: "decided";
      /** What those rules say, to be read like a record. */
      readonly told: Told;
      /** In what respect it comes out otherwise, and by which rules; none where every word and figure is the same. */
      readonly kinds: readonly ChangeKind[];
      readonly causes: readonly LocalizedText[];
    }
  /** The rules have errors, so that nothing can be decided by them. */
  | { readonly kind: "errors" }
  /** They cannot decide this case, and why. */
  | { readonly kind: "undecided"; readonly reasons: readonly LocalizedText[] }
  /** Decided here by the recorded version, the case comes out otherwise than it was recorded. */
  | { readonly kind: "otherwise" };

type Rules = {
  /** The version of the record. */
  readonly was: Policy;
  /** The JSON text of the rules to be tried. */
  readonly is: string;
  readonly ground: LiveGround;
};

/** Decides the case of a record by other rules of the same policy. */
export function decideUnder(record: DecisionRecord, { was, is, ground }: Rules): DecidedUnder {
  const opened = openGround(ground);
  if (!opened.calendars.has(was.calendar)) return { kind: "otherwise" };
  const baseline = loadUpon(was, opened);
  if (!isProposedHere(baseline, record)) return { kind: "otherwise" };
  const candidate = openDocument(is, { policy: record.policy.id, ground: opened }).loaded;
  if (!candidate) return { kind: "errors" };
  const [asked, context] = [{ case: record.case }, contextOf(record)];
  const decided = decide(candidate, asked, context);
  if ("refusal" in decided)
    return { kind: "undecided", reasons: decided.refusal.problems.map(({ message }) => message) };
  const before = decideSide(baseline, asked, context);
  const after = decideSide(candidate, asked, context);
  if ("problem" in before || "problem" in after) throw new Error("what was decided cannot be decided again");
  const difference = comparisonOf({ baseline, candidate }).differenceOf({
    baseline: before,
    candidate: after,
  });
  return {
    kind: "decided",
    // Nobody departed from what is only tried.
    told: { ...decided.response, proposal: decided.response.outcome },
    kinds: difference?.kinds ?? [],
    causes: difference?.causes.map(({ label }) => label) ?? [],
  };
}
