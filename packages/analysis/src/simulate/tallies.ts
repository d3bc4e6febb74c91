import type { LocalizedText } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import type { Chain } from "./chain.ts";
import type { DecidedSide, UndecidedSide } from "./compare/decided-side.ts";
import { type RuleHits, RuleTally } from "./compare/rule-tally.ts";
import { type Skipped, type SkippedSide, SkippedTally } from "./compare/skipped-tally.ts";
import { groupReading } from "./group-facts.ts";
import { headlineOf, limitsOf } from "./headline.ts";
import { outcomeClasses } from "./outcome-class.ts";
import type { SimulationAsk } from "./past-case.ts";
import type { SimulationResult, VersionIdentity } from "./simulation-result.ts";
import type { SimulationState } from "./simulation-state.ts";
import { GroupTally } from "./tally/group-tally.ts";
import { MonthTally } from "./tally/month-tally.ts";
import { PeopleTally } from "./tally/people-tally.ts";
import { TotalsTally } from "./tally/totals-tally.ts";
import { TransitionTally } from "./tally/transition-tally.ts";
import type { WeighedCase } from "./tally/weighed-case.ts";

type Both<Side> = { readonly baseline: Side; readonly candidate: Side };
type TalliesState = Pick<
  SimulationState,
  "totals" | "people" | "months" | "transitions" | "values" | "rules" | "skipped"
>;

/** What a result is made of besides the tallies. */
type Standing = Pick<SimulationResult, "window"> & {
  readonly taken: number;
  readonly chains: Both<Chain>;
  readonly labels: ReadonlyMap<string, LocalizedText>;
  /** Whether either version counts what is on record. */
  readonly asksRecord: boolean;
};

/** Everything that a simulation counts. */
export class Tallies {
  readonly #ask: SimulationAsk;
  readonly #totals: TotalsTally;
  readonly #people: PeopleTally;
  readonly #months: MonthTally;
  readonly #transitions: TransitionTally;
  readonly #groups: readonly GroupTally[];
  readonly #rules: RuleTally;
  readonly #skipped: SkippedTally;

  constructor(ask: SimulationAsk, state: TalliesState | undefined) {
    this.#ask = ask;
    this.#totals = new TotalsTally(state?.totals);
    this.#people = new PeopleTally(state?.people);
    this.#months = new MonthTally(state?.months);
    this.#transitions = new TransitionTally(state?.transitions);
    this.#groups = ask.groups.map((name, index) => {
      const reading = groupReading(ask, name);
      if (!reading) throw new Error(`INVARIANT: results can be grouped by \`${name}\``);
      return new GroupTally(reading, state?.values[index]);
    });
    this.#rules = new RuleTally(state?.rules);
    this.#skipped = new SkippedTally(state?.skipped);
  }

  add(weighed: WeighedCase): void {
    const places = new Map<string, number>();
    for (const party of weighed.parties) {
      if (party.kind === "person") places.set(party.party, this.#people.add(party));
      this.#transitions.add(party);
    }
    this.#totals.add(weighed);
    for (const group of this.#groups) group.add(weighed, places);
    this.#rules.add(weighed.both);
    if (weighed.change?.by === "rule") this.#rules.addCauses(weighed.change);
  }

  /** Counts a case that one of the two cannot decide. */
  skip(id: string, both: Both<DecidedSide | UndecidedSide>): void {
    this.#skipped.add(id, both);
  }

  /** Counts a case that is decided so late that what it asks of the record was let go of. */
  skipLate(id: string, months: number): void {
    this.#skipped.addReason(id, {
      side: "both",
      code: "record-forgotten",
      reason: {
        en: `decided more than ${months} months after the day that it goes by, so that what was on record then is no longer at hand`,
        zh: `决定日晚于适用日逾${months}个月，当时的既往记录已不在手边`,
      },
    });
  }

  closeMonths(chains: Both<Chain>, month: number): void {
    this.#months.close(chains, month);
  }

  /** The values of each group fact that stand in a case. */
  groupsOf(weighed: Pick<WeighedCase, "one" | "parties">): Record<string, readonly (string | null)[]> {
    return Object.fromEntries(this.#groups.map((group) => [group.fact, group.valuesIn(weighed)]));
  }

  state(): TalliesState {
    return {
      totals: this.#totals.state(),
      people: this.#people.state(),
      months: this.#months.state(),
      transitions: this.#transitions.state(),
      values: this.#groups.map((group) => group.state()),
      rules: this.#rules.state(),
      skipped: this.#skipped.state(),
    };
  }

  result({ taken, window, chains, labels, asksRecord }: Standing): SimulationResult {
    const { baseline, candidate } = this.#ask;
    const { currency } = candidate.version.policy;
    const { evaluated, ...counted } = this.#totals.counts();
    const counts = { taken, evaluated, skipped: taken - evaluated, ...counted };
    const totals = this.#totals.result();
    return {
      format: 1,
      baseline: identityOf(baseline),
      candidate: identityOf(candidate),
      currency,
      window,
      headline: headlineOf(this.#ask, { counts, amounts: totals.amounts, currency }),
      limits: limitsOf({ counts }, asksRecord),
      counts,
      ...totals,
      people: this.#people.result(),
      months: this.#months.result(chains),
      ...this.#transitions.result(outcomeClasses(this.#ask)),
      groups: this.#groups.map((group) => group.result()),
      rules: this.#rules.hits(labels).filter(hasMoved).toSorted(byChange),
      skipped: this.#skipped.reasons().map(withSide),
    };
  }
}

function identityOf({ version: { policy, hash } }: LoadedVersion): VersionIdentity {
  return { policy: policy.id, version: policy.version, hash };
}

function hasMoved({ gained, lost, changedCases }: RuleHits): boolean {
  return gained + lost + changedCases > 0;
}

function byChange(left: RuleHits, right: RuleHits): number {
  return (
    right.changedCases - left.changedCases ||
    right.gained + right.lost - left.gained - left.lost ||
    (left.rule < right.rule ? -1 : 1)
  );
}

const SIDE_WORDS: Readonly<Record<SkippedSide, LocalizedText>> = {
  baseline: { en: "not decided by the baseline", zh: "按基准版本无法核算" },
  candidate: { en: "not decided by the candidate", zh: "按拟议版本无法核算" },
  both: { en: "decided by neither version", zh: "两个版本均无法核算" },
};

function withSide(skipped: Skipped): Skipped {
  const [side, { reason }] = [SIDE_WORDS[skipped.side], skipped];
  return { ...skipped, reason: { en: `${side.en}: ${reason.en}`, zh: `${side.zh}：${reason.zh}` } };
}
