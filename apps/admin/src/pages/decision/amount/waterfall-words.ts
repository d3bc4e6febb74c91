import { cited } from "@evenhand/policy";
import { formatList, formatMoney, formatMoneyDifference } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";
import type { DecisionReading, Told } from "../decision-reading.ts";
import type { Waterfall, WaterfallPart } from "./waterfall.ts";

export type WaterfallWords = ReturnType<typeof useWaterfallWords>;

/** How the parts of an amount are called and written. */
export function useWaterfallWords(reading: () => DecisionReading<Told>) {
  const { t, local, language } = useWords();
  const money = (minor: number): string => formatMoney(minor, reading().version.policy.currency, language());
  const name = ({ kind, label }: WaterfallPart): string =>
    label ? local(label) : t(`decision.amount.kinds.${kind}`);
  const difference = (minor: number): string =>
    formatMoneyDifference(minor, reading().version.policy.currency, language());
  return {
    money,
    difference,
    name,
    clause: ({ references }: WaterfallPart): string => cited(references, reading().vocabulary),
    /** The whole of it in one sentence. */
    summary: ({ party, parts, totalMinor }: Waterfall): string =>
      t("decision.amount.summary", {
        party,
        total: money(totalMinor),
        parts: formatList(
          parts.map((part) =>
            t("decision.amount.part", { amount: difference(part.amountMinor), name: name(part) }),
          ),
          { language: language(), type: "conjunction" },
        ),
      }),
  };
}
