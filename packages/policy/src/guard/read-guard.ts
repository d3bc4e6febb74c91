import {
  type Guard,
  type GuardPeriod,
  type Problem,
  deepFreeze,
  hasAtMostSixPlaces,
  parseDay,
  pointer,
  quote,
} from "@evenhand/domain";
import { createReport } from "../validate/report.ts";
import { findingsOf } from "../validate/shape-findings.ts";
import { shapeIssues } from "../validate/shape-issues.ts";
import { guardSchema } from "./guard-schema.ts";

/**
 * A guard document checked and frozen, or everything that is wrong with it, in order of place. Nothing is mended or
 * filled in: a guard that was misread would let money be taken that the law protects.
 *
 * @example
 * readGuard({ jurisdiction: "in", … }) // { guard: { jurisdiction: "in", … } }
 * readGuard({ jurisdiction: "in" }) // { problems: [{ code: "missing-field", at: "/title", … }, …] }
 */
export function readGuard(
  value: unknown,
): { readonly guard: Guard } | { readonly problems: readonly Problem[] } {
  const report = createReport();
  for (const issue of shapeIssues(guardSchema, value))
    for (const finding of findingsOf(issue, report)) report.add(finding);
  const ofShape = report.diagnostics();
  // INVARIANT: what has no fault of shape is a guard, so it may be read as one.
  const problems = ofShape.length > 0 ? ofShape.map(withoutSeverity) : faultsOf(value as Guard);
  return problems.length > 0 ? { problems } : { guard: deepFreeze(structuredClone(value as Guard)) };
}

function withoutSeverity({ code, at, message, help }: Problem): Problem {
  return { code, at, message, ...(help && { help }) };
}

function faultsOf({ periods }: Guard): readonly Problem[] {
  return periods.flatMap((period, index) => [...dayFaults(periods, index), ...rateFaults(period, index)]);
}

function dayFaults(periods: readonly GuardPeriod[], index: number): readonly Problem[] {
  const { effectiveFrom } = periods[index] ?? { effectiveFrom: "" };
  const at = pointer("periods", index, "effectiveFrom");
  if (parseDay(effectiveFrom) === undefined) {
    return [
      {
        code: "not-a-date",
        at,
        message: {
          en: `the day ${quote(effectiveFrom)} does not exist`,
          zh: `日期${quote(effectiveFrom)}不存在`,
        },
      },
    ];
  }
  const earlier = periods[index - 1]?.effectiveFrom;
  // Days written as `YYYY-MM-DD` order as text.
  if (earlier === undefined || earlier < effectiveFrom) return [];
  return [
    {
      code: "out-of-range",
      at,
      message: {
        en: `${quote(effectiveFrom)} does not come after ${quote(earlier)}, the day of the period above`,
        zh: `${quote(effectiveFrom)}不在上一期的起始日${quote(earlier)}之后`,
      },
      help: {
        en: "list the periods oldest first, each day once",
        zh: "各期请按施行日由早到晚排列，且不得重复",
      },
    },
  ];
}

function rateFaults(period: GuardPeriod, index: number): readonly Problem[] {
  return (["perActCap", "perPeriodCap", "allDeductionsCap"] as const).flatMap((name): readonly Problem[] => {
    const cap = period[name];
    if (!cap || !("rate" in cap) || hasAtMostSixPlaces(cap.rate)) return [];
    return [
      {
        code: "inexact-number",
        at: pointer("periods", index, name, "rate"),
        message: {
          en: `the rate \`${cap.rate}\` has more than six places`,
          zh: `比率\`${cap.rate}\`的小数超过六位`,
        },
        help: { en: "round it to six places", zh: "请保留至六位小数" },
      },
    ];
  });
}
