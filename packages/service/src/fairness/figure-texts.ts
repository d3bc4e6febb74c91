import { type NotComputable, type Rate, type Ratio, isComputed } from "@evenhand/analysis";
import { formatMinor } from "@evenhand/domain";

// Figures of fairness as they stand in tables, alike in both languages.

export const NONE = "–";

/** @example rateText({ estimate: 0.3456, lower: 0.3, upper: 0.4, level: 0.95 }) // "34.6% (30.0–40.0%)" */
export function rateText({ estimate, lower, upper }: Rate): string {
  return `${percent(estimate)}% (${percent(lower)}–${percent(upper)}%)`;
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

/** @example ratioText({ estimate: 1.5, lower: 1.2, upper: null, level: 0.95 }) // "1.50 (1.20–∞)" */
export function ratioText(ratio: Ratio | NotComputable): string {
  if (!isComputed(ratio)) return NONE;
  const { estimate, lower, upper } = ratio;
  return `${two(estimate)} (${two(lower)}–${two(upper)})`;
}

function two(value: number | null): string {
  return value === null ? "∞" : value.toFixed(2);
}

/** A p-value; never rounded to none. */
export function pText(p: { readonly adjusted: number } | null): string {
  if (p === null) return NONE;
  return p.adjusted < 0.001 ? "<0.001" : p.adjusted.toFixed(3);
}

/** A difference of amounts with its sign. @example signedText(-31_000, "CNY") // "−310.00" */
export function signedText(minor: number, currency: string): string {
  const whole = Math.round(minor);
  const sign = whole < 0 ? "−" : whole > 0 ? "+" : "";
  return sign + formatMinor(Math.abs(whole), currency);
}
