import {
  type ArithmeticLine,
  type DecisionRecord,
  type Departure,
  type ExplanationStep,
  type FactValue,
  type LocalizedText,
  type Measure,
  type PartyKind,
  type PartyOutcome,
  type Policy,
  type Rule,
  type Warning,
} from "@evenhand/domain";
import { type BornePart, type Vocabulary, bornePart, vocabularyOf } from "@evenhand/policy";
import { calledStep } from "../shared/called-rule.ts";
import { concerns, counts, everybodyElse } from "../shared/concern.ts";
import { type Mask, maskOf, maskedStep, mentions } from "../shared/mask.ts";
import type { NoticeInput } from "./notice-input.ts";

/**
 * A decision as far as it is about one party.
 * INVARIANT: nothing in here names or describes another party, and a notice is written from this alone.
 */
export type PartyView = {
  readonly party: string;
  /** What the party is; whoever is penalised in the place of a unit is a person. */
  readonly kind: PartyKind;
  /** The unit that the party belongs to, or answers for: with the label of the fact that names them. */
  readonly unit: { readonly id: string; readonly label: LocalizedText | undefined } | undefined;
  readonly decided: PartyOutcome;
  readonly proposed: PartyOutcome;
  readonly departure: Departure | undefined;
  /** What the party bears of the loss; `undefined` where none was divided or no share fell to it. */
  readonly borne: BornePart | undefined;
  /** The rules that fired and stood, of the case's intake and of this party, in the order of the stages. */
  readonly rules: readonly ExplanationStep[];
  /** What the engine worked out for the party: the share, what is moved to or from it, limits. */
  readonly computed: readonly ExplanationStep[];
  readonly deadlines: readonly ExplanationStep[];
  readonly measures: readonly Measure[];
  readonly warnings: readonly Warning[];
  /** Planned or taken before this decision, by month, minor units. */
  readonly before: ReadonlyMap<string, number>;
  readonly facts: {
    readonly case: Readonly<Record<string, FactValue>>;
    readonly own: Readonly<Record<string, FactValue>>;
  };
  /** The reason that the decider gave, where it is about this party. */
  readonly reason: string | undefined;
  readonly mask: Mask;
  readonly vocabulary: Vocabulary;
  /** The version's rules by id. */
  readonly ruleById: ReadonlyMap<string, Rule>;
};

/** What one party may be told of a decision. Throws a `RangeError` where the decision is not about them. */
export function partyView(input: NoticeInput): PartyView {
  const { version, record, party, language, names = {} } = input;
  const decided = record.outcome.parties.find((one) => one.party === party);
  if (!decided) throw new RangeError("a notice is for one of the parties of the decision");
  const entry = record.case.parties.find(({ id }) => id === party);
  const unit = unitOf(party, record, version.policy);
  const others = new Set([...everybodyElse(version, record, party)].filter((id) => id !== unit?.id));
  // Whoever writes a reason may call people by their names.
  const otherNames = [...others].flatMap((id) => (Object.hasOwn(names, id) ? (names[id] ?? []) : []));
  const mask = maskOf(new Set([...others, ...otherNames.filter((name) => name !== "")]));
  const steps = record.explanation.map((step) => calledStep(step, version.policy));
  return {
    party,
    kind: entry?.kind ?? kindNamed(party, record, version.policy),
    unit,
    decided,
    proposed: record.proposal.parties.find((one) => one.party === party) ?? decided,
    departure: record.departures.find((one) => one.party === party),
    borne: (decided.shareMillionths ?? 0) === 0 ? undefined : bornePart(decided, record.outcome),
    rules: steps.filter((step) => counts(step) && (isFinding(step) || concerns(step, party))),
    computed: steps.flatMap((step) => ownPart(step, party, mask)),
    deadlines: steps.filter((step) => counts(step) && step.effect?.type === "due"),
    measures: record.outcome.measures.filter((measure) => measure.party === party),
    warnings: record.outcome.warnings
      .filter((warning) => warning.party === party)
      .map((warning) => ({ ...warning, text: mask.text(warning.text) })),
    before: monthSums(record, party),
    facts: {
      case: namingNobody(record.case.facts, { mask, policy: version.policy }),
      own: namingNobody(entry?.facts ?? {}, { mask, policy: version.policy }),
    },
    reason: ownReason(input, mask),
    mask,
    vocabulary: { ...vocabularyOf(version.policy, language), ids: new Set([party]) },
    ruleById: new Map(version.rules.map((rule) => [rule.id, rule])),
  };
}

/**
 * What is decided about an appeal, and why, concerns nobody but whoever brought it; why figures depart from the proposal
 * nobody but those whose figures they are.
 */
function ownReason(
  { record: { appeal, departures, reason }, party, appellant }: NoticeInput,
  mask: Mask,
): string | undefined {
  const isOwn =
    appeal === undefined
      ? departures.length === 0 || departures.some((one) => one.party === party)
      : appellant === party;
  return isOwn && reason !== undefined ? mask.free(reason) : undefined;
}

/** Facts without those that name somebody; free texts with nobody else in them. */
function namingNobody(
  facts: Readonly<Record<string, FactValue>>,
  { mask, policy }: { readonly mask: Mask; readonly policy: Policy },
): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      const type = (policy.facts.case[name] ?? policy.facts.party[name])?.type;
      if (type === "party") return [];
      return [[name, type === "text" && typeof value === "string" ? mask.free(value) : value]];
    }),
  );
}

const FINDINGS: ReadonlySet<string> = new Set(["disposition", "classify", "number"]);

/** What was found about the case as a whole. */
function isFinding({ party, stage, effect }: ExplanationStep): boolean {
  return party === undefined && stage === "intake" && FINDINGS.has(effect?.type ?? "");
}

/** Of a computed step what is about this party: its own lines of a division, its own step, what moves to it. */
function ownPart(step: ExplanationStep, party: string, mask: Mask): readonly ExplanationStep[] {
  if (step.kind !== "computed") return [];
  if (step.party === party || mentions(step.label.en, party)) return [maskedStep(step, mask)];
  if (step.party !== undefined) return [];
  const own = step.arithmetic?.filter((line) => isOwnLine(line, party)) ?? [];
  return own.length === 0 ? [] : [{ ...step, arithmetic: own }];
}

/** The lines of a division are called by their bearers. */
function isOwnLine({ label }: ArithmeticLine, party: string): boolean {
  return label.en === party;
}

function unitOf(
  party: string,
  { case: { parties }, explanation }: DecisionRecord,
  { facts }: Policy,
): PartyView["unit"] {
  const memberOf = parties.find(({ id }) => id === party)?.memberOf;
  if (memberOf !== undefined) return { id: memberOf, label: undefined };
  const onBehalf = explanation.find(
    (step) =>
      counts(step) && step.party !== undefined && step.party !== party && step.effect?.params["on"] === party,
  );
  const unit = parties.find(({ id, kind }) => id === onBehalf?.party && kind !== "person");
  if (!unit) return undefined;
  const [fact] = Object.entries(unit.facts).find(([, value]) => value === party) ?? [];
  return { id: unit.id, label: fact === undefined ? undefined : facts.party[fact]?.label };
}

/** What somebody is who is no party of the case: what the fact that names them says, a person where it says nothing. */
function kindNamed(party: string, { case: { facts, parties } }: DecisionRecord, policy: Policy): PartyKind {
  for (const stated of [facts, ...parties.map((one) => one.facts)])
    for (const [name, value] of Object.entries(stated)) {
      const declared = policy.facts.case[name] ?? policy.facts.party[name];
      if (value === party && declared?.type === "party" && declared.namesKind) return declared.namesKind;
    }
  return "person";
}

function monthSums({ ledger }: DecisionRecord, party: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { party: whose, month, amountMinor } of ledger.before.scheduled)
    if (whose === party) sums.set(month, (sums.get(month) ?? 0) + amountMinor);
  return sums;
}
