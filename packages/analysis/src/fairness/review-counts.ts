import type { LocalizedText } from "@evenhand/domain";
import { compareText } from "./compare-text.ts";
import { isPenalised } from "./decision.ts";
import { peopleCounted } from "./group-tally.ts";
import type { FairnessQuestion } from "./question.ts";

/** Which decisions a review went through. */
export type ReviewCounts = {
  /** Days of the first and the last decision; null where there is none. */
  readonly window: { readonly from: string; readonly until: string } | null;
  readonly counts: {
    readonly decisions: number;
    readonly upheld: number;
    /** Persons in upheld cases, each as often as they stand in one, and how many of those are penalised. */
    readonly persons: number;
    readonly penalised: number;
    /** Upheld cases in another currency, whose amounts are in no figure. */
    readonly otherCurrency: number;
  };
  readonly versions: readonly {
    readonly version: number;
    readonly hash: string;
    readonly decisions: number;
  }[];
  /** Kinds of case, the most frequent first; null is cases without one. */
  readonly categories: readonly {
    readonly category: string | null;
    readonly label: LocalizedText;
    readonly decisions: number;
  }[];
};

export type CountOptions = {
  readonly currency: string;
  /** What a kind of case is called. */
  readonly categoryLabel: (category: string) => LocalizedText;
};

/** Which decisions were there? */
export function reviewCounts({ currency, categoryLabel }: CountOptions): FairnessQuestion<ReviewCounts> {
  const counts = { decisions: 0, upheld: 0, persons: 0, penalised: 0, otherCurrency: 0 };
  const versions = new Map<string, { readonly version: number; readonly hash: string; decisions: number }>();
  const categories = new Map<string | null, number>();
  let [from, until] = ["9999-12-31", ""];
  return {
    see: (decision) => {
      const { policy, category, decidedOn, disposition } = decision;
      counts.decisions++;
      // Days written as `YYYY-MM-DD` order as text.
      if (decidedOn < from) from = decidedOn;
      if (decidedOn > until) until = decidedOn;
      const version = versions.get(policy.hash) ?? {
        version: policy.version,
        hash: policy.hash,
        decisions: 0,
      };
      version.decisions++;
      versions.set(policy.hash, version);
      categories.set(category, (categories.get(category) ?? 0) + 1);
      if (disposition !== "upheld") return;
      counts.upheld++;
      if (decision.currency !== currency) counts.otherCurrency++;
      for (const party of peopleCounted(decision)) {
        counts.persons++;
        if (isPenalised(party)) counts.penalised++;
      }
    },
    answer: () => ({
      window: counts.decisions === 0 ? null : { from, until },
      counts: { ...counts },
      versions: [...versions.values()].toSorted(
        (a, b) => a.version - b.version || compareText(a.hash, b.hash),
      ),
      categories: [...categories]
        .toSorted(([a, one], [b, other]) => other - one || compareText(a ?? "", b ?? ""))
        .map(([category, decisions]) => ({
          category,
          label: category === null ? NO_KIND : categoryLabel(category),
          decisions,
        })),
    }),
  };
}

const NO_KIND: LocalizedText = { en: "no kind", zh: "未定类别" };
