import type { GroupResult, ToldGroupValue } from "@evenhand/analysis";
import { formatCount, formatShare } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";

/** A group in a sentence: where amounts change most often and where least, of the values that are large enough to tell. */
export function useGroupSummary(): (group: GroupResult) => string {
  const { t, local, language } = useWords();
  const share = (value: ToldGroupValue): string => formatShare(changedIn(value), value.n, language());
  return ({ label, scope, values }) => {
    const told = values
      .flatMap((value) => (value.isWithheld ? [] : [value]))
      .toSorted((one, other) => changedIn(other) / other.n - changedIn(one) / one.n);
    const countOf = ({ n }: ToldGroupValue): string =>
      t(`simulation.groups.counted.${scope}`, { count: formatCount(n, language()) });
    const [first, last] = [told[0], told.at(-1)];
    if (!first || !last) return t("simulation.groups.allWithheld");
    const most = {
      most: local(first.label),
      mostShare: share(first),
      mostCount: countOf(first),
    };
    if (first === last) return t("simulation.groups.one", most);
    return t("simulation.groups.summary", {
      ...most,
      label: local(label),
      least: local(last.label),
      leastShare: share(last),
      leastCount: countOf(last),
    });
  };
}

function changedIn({ lower, higher }: ToldGroupValue): number {
  return lower + higher;
}
