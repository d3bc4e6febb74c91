import {
  type DecisionRecord,
  type ExplanationStep,
  type LocalizedText,
  type Party,
  type PartyOutcome,
  type PolicyVersion,
  isFactReference,
} from "@evenhand/domain";
import { type Vocabulary, cited, labelOf, valueLabelOf, vocabularyOf, wordOf } from "@evenhand/policy";
import { calledRule } from "../shared/called-rule.ts";
import { articlesFor, rulesFor } from "../shared/concern.ts";
import { isErasedText } from "../shared/naming.ts";
import type { AnnouncedDecision, AnnouncementInput } from "./announcement-input.ts";

/** One person or unit as an announcement lists them: no names, no facts, no share. */
export type AnnouncedLine = {
  readonly policyId: string;
  readonly policyTitle: LocalizedText;
  readonly decision: string;
  readonly decidedOn: string;
  /** Of the case. */
  readonly reference: string;
  readonly party: string;
  /** The unit that somebody belongs to; empty where the case does not say. */
  readonly unit: string;
  /** What it was for, and as whom. */
  readonly grounds: readonly string[];
  readonly citation: string;
  readonly totalMinor: number;
  readonly currency: string;
  readonly grade: string | null;
  readonly reminder: boolean;
  readonly commendation: boolean;
};

/**
 * Everybody for whom a decision meant something: an amount, a grade, a reminder, a commendation. In the order of policies,
 * days, decisions and of each case. Those found free of responsibility are not announced, and neither are outside parties.
 */
export function announcedLines({ decisions, language }: AnnouncementInput): readonly AnnouncedLine[] {
  return decisions
    .flatMap((decision) => linesOf(decision, vocabularyOf(decision.version.policy, language)))
    .toSorted(
      (a, b) =>
        compare(a.policyId, b.policyId) ||
        compare(a.decidedOn, b.decidedOn) ||
        compare(a.decision, b.decision),
    );
}

function linesOf(decision: AnnouncedDecision, vocabulary: Vocabulary): readonly AnnouncedLine[] {
  const { version, record } = decision;
  const { policy } = version;
  return record.outcome.parties.filter(isAnnounced(record)).map((party) => ({
    policyId: policy.id,
    policyTitle: policy.title,
    decision: record.id,
    decidedOn: record.decidedOn,
    reference: record.case.reference,
    party: party.party,
    unit: unitOf(party.party, record, version),
    grounds: groundsOf(party, decision, vocabulary),
    citation: cited(articlesFor(party.party, record.explanation), vocabulary),
    totalMinor: party.totalMinor,
    currency: policy.currency,
    grade: party.grade === null ? null : wordOf(party.grade, vocabulary),
    reminder: party.reminder,
    commendation: party.commendation,
  }));
}

function isAnnounced({ case: { parties } }: DecisionRecord): (party: PartyOutcome) => boolean {
  const external = new Set(parties.filter(({ kind }) => kind === "external").map(({ id }) => id));
  return ({ party, totalMinor, grade, reminder, commendation }) =>
    !external.has(party) && (totalMinor > 0 || grade !== null || reminder || commendation);
}

/** What a case calls the unit of somebody: whom they are a member of, else a fact called so, else the unit they head. */
function unitOf(id: string, { case: { parties } }: DecisionRecord, { policy }: PolicyVersion): string {
  const party = parties.find((one) => one.id === id);
  if (party?.memberOf !== undefined) return party.memberOf;
  const stated = party && textFact(party, policy.facts.party);
  if (stated !== undefined) return stated;
  if (party) return party.kind === "person" ? "" : party.id;
  const heads = parties.find(({ kind, facts }) => kind !== "person" && Object.values(facts).includes(id));
  return heads?.id ?? "";
}

const UNIT_FACTS = ["unit", "department", "team"];

function textFact({ facts }: Party, declared: PolicyVersion["policy"]["facts"]["party"]): string | undefined {
  const name = UNIT_FACTS.find((candidate) => declared[candidate]?.type === "text");
  const value = name === undefined ? undefined : facts[name];
  return typeof value === "string" && !isErasedText(value) ? value : undefined;
}

/**
 * The category of the case and the role in it. Where there is no role: as whom somebody answers for a unit, else what the
 * rules that stood are called.
 */
function groundsOf(
  { party, role }: PartyOutcome,
  { record: { outcome, explanation }, version }: AnnouncedDecision,
  vocabulary: Vocabulary,
): readonly string[] {
  const { category } = outcome;
  const what = category === undefined ? [] : [valueLabelOf("category", category, vocabulary)];
  if (role !== undefined) return [...what, wordOf(role, vocabulary)];
  const grounds = rulesFor(party, explanation).map((step) => {
    const onBehalf = step.party === party ? undefined : namedBy(step, version);
    return onBehalf === undefined
      ? calledRule(step, version.policy)[vocabulary.language]
      : labelOf(onBehalf, vocabulary);
  });
  return [...what, ...new Set(grounds)];
}

/** The fact that named somebody in the place of the party asked. */
function namedBy({ rule }: ExplanationStep, { rules }: PolicyVersion): string | undefined {
  const params = rules.find(({ id }) => id === rule)?.rule.event.params;
  const on = params && "on" in params ? params.on : undefined;
  return isFactReference(on) ? on.fact : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
