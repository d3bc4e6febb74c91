import type { SimulationSummary } from "../../api/answers.ts";
import { formatCount, formatDay } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";

type Cases = Pick<SimulationSummary, "from" | "until" | "scope" | "groups">;

/** Over which past cases a simulation goes and how its figures are told apart, a line for each. */
export function useCasesText(): (simulation: Cases) => readonly string[] {
  const { t, language } = useWords();
  const days = ({ from, until }: Cases): string => {
    const day = { from: formatDay(from ?? "", language()), until: formatDay(until ?? "", language()) };
    if (from === undefined && until === undefined) return t("simulations.allCases");
    if (until === undefined) return t("simulations.fromDay", { from: day.from });
    return from === undefined ? t("simulations.untilDay", { until: day.until }) : t("simulations.days", day);
  };
  const count = (number: number): string => formatCount(number, language());
  return (simulation) => [
    days(simulation),
    ...(simulation.scope.length === 0
      ? []
      : [t("simulations.scoped", { count: count(simulation.scope.length) })]),
    ...(simulation.groups.length === 0
      ? []
      : [t("simulations.grouped", { count: count(simulation.groups.length) })]),
  ];
}
