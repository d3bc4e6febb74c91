import {
  type ArithmeticLine,
  type Bearer,
  type Fraction,
  type Language,
  type LocalizedText,
  allocate,
  compareFractions,
  divideFractions,
  formatMinor,
  fraction,
  multiplyFractions,
  wordLabel,
} from "@evenhand/domain";
import { type Fired, type Run, type Steps, addComputed, askStage, giveWay, setBuiltIn } from "../run.ts";
import { type Claim, claimsOf } from "./claims.ts";
import { COMPANY, type Exemption, type Holdings, type Move, moveShares } from "./move-shares.ts";
import { takeNotice } from "./notices.ts";

/** Who answers for it and in which part; the first role and the first exemption of a party stand. */
export function* attribution(run: Run): Steps<void> {
  const fired = yield* askStage(run, "attribution");
  const exemptions = new Map<string, Exemption>();
  for (const one of fired) {
    const { event } = one.rule.rule;
    if (event.type === "role") assignRole(run, event.params.role, one);
    else if (event.type === "exempt") noteExemption(run, { fired: one, params: event.params }, exemptions);
    else if (event.type !== "bear") takeNotice(run, one);
  }
  for (const party of run.read.parties)
    setBuiltIn(run, "assignedRole", run.entries.get(party.id)?.role ?? null, party);
  if (run.disposition === "upheld") share(run, claimsOf(run, fired), exemptions);
}

function assignRole(run: Run, role: string, fired: Fired): void {
  const entry = fired.party && run.entries.get(fired.party.id);
  if (!entry) return;
  if (entry.role === undefined) entry.role = role;
  else {
    const stands = wordLabel(entry.role, run.loaded.version.policy.words);
    giveWay(fired, { en: `the graver role stands: ${stands.en}`, zh: `只按较重的角色承担：${stands.zh}` });
  }
}

function noteExemption(run: Run, exemption: Exemption, exemptions: Map<string, Exemption>): void {
  const id = exemption.fired.party?.id;
  const entry = id === undefined ? undefined : run.entries.get(id);
  if (!entry) return;
  if (exemptions.has(entry.id)) {
    giveWay(exemption.fired, {
      en: "an exemption that comes first already stands",
      zh: "已适用顺序在前的免责事由",
    });
    return;
  }
  exemptions.set(entry.id, exemption);
  if (exemption.params.portion === undefined) entry.exemption = exemption.params.ground;
}

function share(run: Run, claims: readonly Claim[], exemptions: ReadonlyMap<string, Exemption>): void {
  const holdings = moveShares(run, claims, exemptions);
  joinNewcomers(run, holdings);
  for (const { bearer, party } of claims) {
    const entry = bearer === party || party === undefined ? undefined : run.entries.get(party);
    if (entry) entry.tracedElsewhere = true;
  }
  const order = bearersInOrder(run, holdings.held, claims);
  const fractions = order.map((id) => holdings.held.get(id) ?? fraction(0));
  if (order.length > 0) {
    const millionths = allocate(1_000_000, fractions);
    for (const [index, id] of order.entries()) {
      const entry = run.entries.get(id);
      const part = millionths[index];
      if (entry && part !== undefined) entry.shareMillionths = part;
    }
  }
  for (const entry of run.entries.all) {
    const free =
      entry.isParty && entry.kind !== "company" && (order.length > 0 || entry.exemption !== undefined);
    if (free) entry.shareMillionths ??= 0;
  }
  divideLoss(run, { claims, holdings, order, fractions });
}

/** Somebody a share moved to, though they are no party of the case, gets an entry and is asked about like a party. */
function joinNewcomers(run: Run, { held, moves }: Holdings): void {
  const named = new Set(moves.flatMap((move) => (move.toPeople ? move.to : [])));
  for (const id of held.keys()) {
    if (!named.has(id) || id === COMPANY || run.entries.get(id)) continue;
    run.entries.named(id, "person");
    run.joined.push(run.facts.join(id, "person"));
  }
}

/**
 * The order in which remainders fall: by the place in the case of whoever bears, or of the party that was traced to
 * them; then people whom shares moved to, as they came in; the company last.
 */
function bearersInOrder(
  run: Run,
  held: ReadonlyMap<string, Fraction>,
  claims: readonly Claim[],
): readonly string[] {
  const places = new Map(run.read.parties.map((party) => [party.id, party.index]));
  const ranks = new Map<string, number>();
  for (const { bearer, party } of claims) {
    const place = places.get(party ?? bearer);
    if (bearer !== party && place !== undefined)
      ranks.set(bearer, Math.min(place, ranks.get(bearer) ?? place));
  }
  const rank = (id: string): number =>
    id === COMPANY ? Infinity : (ranks.get(id) ?? places.get(id) ?? run.read.parties.length);
  // The sort is stable, so those of one rank stay as they came in.
  return [...held.keys()].toSorted((left, right) =>
    rank(left) === rank(right) ? 0 : rank(left) - rank(right),
  );
}

type Division = {
  readonly claims: readonly Claim[];
  readonly holdings: Holdings;
  readonly order: readonly string[];
  readonly fractions: readonly Fraction[];
};

function divideLoss(run: Run, { claims, holdings, order, fractions }: Division): void {
  const loss = lossOf(run);
  if (loss === undefined || order.length === 0) return;
  const { currency, words } = run.loaded.version.policy;
  const parts = allocate(loss, fractions);
  run.allocation = order.map((bearer, index) => ({ bearer, amountMinor: parts[index] ?? 0 }));
  const arithmetic = order.map((id, index): ArithmeticLine => {
    const amount = parts[index] ?? 0;
    const entry = run.entries.get(id);
    if (entry) entry.allocatedMinor = amount;
    const label = id === COMPANY || !entry ? wordLabel(id, words) : { en: id, zh: id };
    return {
      label,
      formula: `${formatMinor(loss, currency)} × ${partFormula(id, fractions[index] ?? fraction(0), claims)} = ${formatMinor(amount, currency)}`,
      resultMinor: amount,
    };
  });
  for (const move of holdings.moves) noteMove(run, move);
  addComputed(run, {
    stage: "attribution",
    label: {
      en: `the ${lossLabel(run).en} divided among those who bear it, to the last minor unit`,
      zh: `${lossLabel(run).zh}在承担者之间分配，合计分文不差`,
    },
    arithmetic,
    note: {
      en: "what the division leaves over goes by largest remainder, ties to whoever stands first in the case",
      zh: "尾差按最大余数法分配，余数相同时先列者优先",
    },
  });
}

/**
 * The claim's own formula where the share is still the claim. Otherwise the fraction: out of the points of the unit
 * where claims are by points, so that it can be counted; reduced where shares moved or came together.
 */
function partFormula(id: string, part: Fraction, claims: readonly Claim[]): string {
  const own = claims.filter((claim) => claim.bearer === id);
  const [only] = own;
  if (only && own.length === 1 && compareFractions(only.fraction, part) === 0) return only.formula;
  const whole = claims[0]?.outOf;
  if (whole === undefined) return fractionText(part);
  const points = multiplyFractions(part, fraction(whole));
  return points.denominator === 1n ? `${points.numerator} ÷ ${whole}` : fractionText(part);
}

function fractionText({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator} ÷ ${denominator}`;
}

/** All that had come, or a part of it: `1 ÷ 2`, or `1 × (1 ÷ 2) = 1 ÷ 2`. */
function moveFormula(moving: Fraction, arrived: Fraction): string {
  if (compareFractions(moving, arrived) === 0) return fractionText(moving);
  return `${fractionText(arrived)} × (${fractionText(divideFractions(moving, arrived))}) = ${fractionText(moving)}`;
}

const MOST_NAMED = 10;

function noteMove(run: Run, { from, to, fraction: part, arrived, ground }: Move): void {
  const { words } = run.loaded.version.policy;
  const names = (language: Language): string[] =>
    to
      .slice(0, MOST_NAMED)
      .map((id) => (run.entries.get(id) && id !== COMPANY ? id : wordLabel(id, words)[language]));
  const more = to.length - MOST_NAMED;
  const en = names("en").join(", ") + (more > 0 ? ` and ${more} others` : "");
  const zh = names("zh").join("、") + (more > 0 ? `等${to.length}方` : "");
  addComputed(run, {
    stage: "attribution",
    party: from,
    label: {
      en: `the share of ${from} moves to ${en}: ${wordLabel(ground, words).en}`,
      zh: `${from}的份额转由${zh}承担：${wordLabel(ground, words).zh}`,
    },
    arithmetic: [
      {
        label: { en: "part of the whole that moves", zh: "转移部分占全部的份额" },
        formula: moveFormula(part, arrived),
      },
    ],
  });
}

/** What the policy calls the amount that is divided. */
function lossLabel(run: Run): LocalizedText {
  const { lossFact } = run.loaded.version.policy;
  return run.loaded.catalogue.get(lossFact ?? "")?.label ?? { en: "loss", zh: "损失" };
}

/** The loss in minor units, where the policy divides one and the case states it. */
export function lossOf(run: Run): number | undefined {
  const { lossFact } = run.loaded.version.policy;
  const value =
    lossFact === undefined ? undefined : run.facts.caseSlots[run.loaded.layout.slotOf.get(lossFact) ?? -1];
  return typeof value === "number" ? value : undefined;
}

/**
 * Who bears the loss. INVARIANT: empty, or adds up to the loss exactly.
 * What a statutory guard took off a deduction for good falls back on the company.
 */
export function bearersOf(run: Run, lowered: ReadonlyMap<string, number>): readonly Bearer[] {
  const loss = lossOf(run);
  if (loss === undefined || loss === 0) return [];
  if (run.disposition === "not-upheld" || run.disposition === "out-of-scope")
    return [{ bearer: COMPANY, amountMinor: loss }];
  if (run.disposition !== "upheld") return [];
  const kept = run.allocation.map(({ bearer, amountMinor }) => ({
    bearer,
    amountMinor: amountMinor - (lowered.get(bearer) ?? 0),
  }));
  const others = kept.filter(({ bearer }) => bearer !== COMPANY);
  const company = loss - others.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return [...others, { bearer: COMPANY, amountMinor: company }].filter(({ amountMinor }) => amountMinor > 0);
}
