import { formatDay } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { type EffectFinding, type EffectOf, isNever, isStanding } from "./effect.ts";

export type Standing = "inForce" | "future" | "past" | "withdrawn";

/** What is said of the days of a version, in the language that is shown. */
export function useEffectWords() {
  const { t, language } = useWords();
  const span = (from: string, until: string | null): string =>
    until === null
      ? t("versions.openDays", { from: formatDay(from, language()) })
      : t("versions.days", { from: formatDay(from, language()), until: formatDay(until, language()) });
  const never = ({ effectiveFrom }: EffectOf): string =>
    t("versions.neverDays", { from: formatDay(effectiveFrom, language()) });
  return {
    /** Of a version that holds on no day. */
    never,
    days: (one: EffectOf): string =>
      isNever(one) ? never(one) : span(one.effectiveFrom, one.effectiveUntil),
    /** How a version stands on a day. */
    standing: (version: EffectOf & { readonly state?: string }, day: string): Standing => {
      if (!isStanding(version)) return "withdrawn";
      const { effectiveFrom, effectiveUntil } = version;
      if (effectiveUntil !== null && effectiveUntil < day) return "past";
      return effectiveFrom > day ? "future" : "inForce";
    },
    finding: (found: EffectFinding): string => {
      if (found.kind === "never") return t("versions.never", { version: found.version });
      const days = span(found.from, found.until);
      if (found.kind === "gap") return t("versions.gap", { days });
      const [one, other] = found.versions;
      return t("versions.overlap", { one, other, days });
    },
  };
}
