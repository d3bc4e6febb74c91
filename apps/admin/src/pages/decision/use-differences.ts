import type { Outcome } from "@evenhand/domain";
import { wordOf } from "@evenhand/policy";
import { formatMoney, formatMoneyDifference } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import type { DecisionReading } from "./decision-reading.ts";

/** What comes out otherwise than it was proposed, each in a few words. */
export function useDifferences(reading: () => DecisionReading): (after: Outcome) => readonly string[] {
  const { t, language } = useWords();
  const word = (one: string | null): string =>
    one === null ? t("decision.departures.none") : wordOf(one, reading().vocabulary);
  const ofParty = (party: string, after: Outcome): readonly string[] => {
    const { currency } = reading().version.policy;
    const [old, now] = [reading().record.proposal, after].map((outcome) => {
      const found = outcome.parties.find((one) => one.party === party);
      return { totalMinor: found?.totalMinor ?? 0, grade: found?.grade ?? null };
    });
    if (!old || !now) return [];
    const amount = t("decision.nearest.amount", {
      party,
      amount: formatMoney(now.totalMinor, currency, language()),
      difference: formatMoneyDifference(now.totalMinor - old.totalMinor, currency, language()),
    });
    return [
      ...(now.totalMinor === old.totalMinor ? [] : [amount]),
      ...(now.grade === old.grade ? [] : [t("decision.nearest.grade", { party, grade: word(now.grade) })]),
    ];
  };
  return (after) => {
    const before = reading().record.proposal;
    const parties = new Set([...after.parties, ...before.parties].map(({ party }) => party));
    return [
      ...(after.disposition === before.disposition ? [] : [word(after.disposition)]),
      ...[...parties].flatMap((party) => ofParty(party, after)),
      ...(after.authority.level === before.authority.level
        ? []
        : [t("decision.nearest.level", { level: word(after.authority.level) })]),
    ];
  };
}
