import type { FactValue, Language, LocalizedText } from "@evenhand/domain";
import { formatDay, parseDay } from "@evenhand/domain";
import { figure, plainNumber } from "../reading/figures.ts";
import { labelOf, valueLabelOf } from "../reading/vocabulary.ts";
import type { Axis, Segment } from "./axis.ts";
import type { Box } from "./box.ts";
import type { TableContext } from "./input-domain.ts";
import type { Interval } from "./lattice.ts";
import { numberIn } from "./number-in.ts";
import type { SegmentSet } from "./segment-set.ts";
import { NO_SEGMENTS, hasSegment } from "./segment-set.ts";

type Where = { readonly axes: readonly Axis[]; readonly context: TableContext };

/**
 * A part of a table's input in words, naming only the inputs that it restricts.
 *
 * @example
 * regionText(box, where).en // "loss from 1,000.00 to below 5,000.00 and times 3 or more"
 */
export function regionText(box: Box, where: Where): LocalizedText {
  return { en: regionIn("en", box, where), zh: regionIn("zh", box, where) };
}

/** One case in the region, where the words do not already name it: `loss 1,000.00, times 3`. Empty otherwise. */
export function exampleText(box: Box, { axes, context }: Where): LocalizedText {
  const ranges = axes.flatMap((axis, index) => {
    const set = box[index] ?? NO_SEGMENTS;
    const tick = isWhole(axis, set) || isPoint(axis, set) ? undefined : tickIn(axis, set, context);
    return tick === undefined ? [] : [{ axis, tick }];
  });
  return {
    en: ranges
      .map(
        ({ axis, tick }) =>
          `${label(axis, "en", context)} ${tickText(tick, axis, { language: "en", context })}`,
      )
      .join(", "),
    zh: ranges
      .map(
        ({ axis, tick }) =>
          `${label(axis, "zh", context)}为${tickText(tick, axis, { language: "zh", context })}`,
      )
      .join("、"),
  };
}

/** A value for every input of the table, in the units of a case, that lies in the region. */
export function exampleFacts(box: Box, { axes, context }: Where): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    axes.map((axis, index) => [axis.fact, exampleValue(axis, box[index] ?? NO_SEGMENTS, context)]),
  );
}

/** One segment by itself, without the label of its input: `from 1,000.00 to below 5,000.00`. */
export function segmentText(segment: Segment, axis: Axis, context: TableContext): LocalizedText {
  return {
    en: segmentIn(segment, axis, { language: "en", context }),
    zh: segmentIn(segment, axis, { language: "zh", context }),
  };
}

type Speech = { readonly language: Language; readonly context: TableContext };

function regionIn(language: Language, box: Box, { axes, context }: Where): string {
  const parts = axes.flatMap((axis, index) => {
    const set = box[index] ?? NO_SEGMENTS;
    return isWhole(axis, set) ? [] : [axisText(axis, set, { language, context })];
  });
  if (parts.length === 0) return language === "zh" ? "任何情形" : "any input";
  const [last = "", ...before] = parts.toReversed();
  if (before.length === 0) return last;
  const first = before.toReversed();
  return language === "zh" ? `${first.join("，")}，且${last}` : `${first.join(", ")} and ${last}`;
}

function isWhole(axis: Axis, set: SegmentSet): boolean {
  return axis.segments.every((segment, index) => segment.kind === "unknown" || hasSegment(set, index));
}

function axisText(axis: Axis, set: SegmentSet, speech: Speech): string {
  const chosen = chosenOf(axis, set);
  const names = chosen.filter((segment) => segment.kind !== "interval");
  const statement = statementOf(axis, names, speech);
  if (statement !== undefined) return statement;
  const name = label(axis, speech.language, speech.context);
  const alternatives = [
    ...intervalsOf(chosen).map((interval) => rangeText(interval, axis, speech)),
    ...(names.length > 0
      ? [
          isAnyOf(
            names.map((segment) => namedIn(segment, axis, speech)),
            speech.language,
          ),
        ]
      : []),
  ];
  if (speech.language === "zh") return name + alternatives.join("或");
  // What a row covers is named, not stated: “market being overseas” rather than “market is overseas”.
  return `${name} ${alternatives.map((alternative) => alternative.replace(/^is /, "being ")).join(" or ")}`;
}

function isAnyOf(values: readonly string[], language: Language): string {
  return language === "zh" ? `为${values.join("或")}` : `is ${values.join(" or ")}`;
}

/** A word that an input can be is quoted; truth values, “anything else” and “unknown” are our own words. */
function namedIn(segment: Segment, axis: Axis, speech: Speech): string {
  const text = segmentIn(segment, axis, speech);
  return segment.kind === "value" && typeof segment.value !== "boolean" ? `“${text}”` : text;
}

/** Labels of truth values are statements, so they hold or do not. */
function statementOf(
  axis: Axis,
  [only, ...others]: readonly Segment[],
  { language, context }: Speech,
): string | undefined {
  if (others.length > 0 || only?.kind !== "value" || typeof only.value !== "boolean") return undefined;
  const said = axis.entry.declaration?.says?.[only.value ? "true" : "false"][language];
  if (said !== undefined) return language === "zh" ? said : `the case that ${said}`;
  const name = label(axis, language, context);
  if (language === "zh") return `“${name}”${only.value ? "成立" : "不成立"}`;
  return `“${name}” being ${YES_NO.en[only.value ? 0 : 1]}`;
}

function segmentIn(segment: Segment, axis: Axis, speech: Speech): string {
  const { language } = speech;
  switch (segment.kind) {
    case "interval":
      return rangeText(segment, axis, speech);
    case "value":
      if (typeof segment.value === "boolean") return YES_NO[language][segment.value ? 0 : 1];
      return valueLabelOf(axis.fact, segment.value, { ...speech.context, language });
    case "other":
      return language === "zh" ? "其他值" : "anything else";
    case "unknown":
      return language === "zh" ? "未知" : "unknown";
  }
}

const YES_NO: Readonly<Record<Language, readonly [string, string]>> = { en: ["yes", "no"], zh: ["是", "否"] };

/** An end as it is told: the figure, and whether it belongs to the range. */
type End = { readonly text: string; readonly included: boolean };

function rangeText({ from, to }: Interval, axis: Axis, speech: Speech): string {
  const { domain, entry } = axis;
  const bounds = domain.kind === "ordered" ? domain.bounds : {};
  if (from !== undefined && from === to) {
    const value = tickText(from, axis, speech);
    return speech.language === "zh" ? `为${value}` : `is ${value}`;
  }
  const lower = from === undefined || from === bounds.from ? undefined : lowerEnd(from, axis, speech);
  const upper = to === undefined || to === bounds.to ? undefined : upperEnd(to, axis, speech);
  if (!lower && !upper) return speech.language === "zh" ? "已知" : "is known";
  if (entry.type === "date") return DAYS[speech.language](lower?.text, upper?.text);
  return speech.language === "zh" ? rangeInChinese(lower, upper) : rangeInEnglish(lower, upper);
}

/** What is counted in whole numbers is told with its first and last one; figures that divide, with the table's own ends. */
function lowerEnd(from: bigint, axis: Axis, speech: Speech): End {
  const isOpen = !isCounted(axis) && !axis.named.has(from) && axis.named.has(from - 1n);
  return { text: tickText(isOpen ? from - 1n : from, axis, speech), included: !isOpen };
}

function upperEnd(to: bigint, axis: Axis, speech: Speech): End {
  const isOpen = !isCounted(axis) && axis.named.has(to + 1n);
  return { text: tickText(isOpen ? to + 1n : to, axis, speech), included: !isOpen };
}

function isCounted({ domain, entry }: Axis): boolean {
  return domain.kind === "ordered" && domain.lattice.perUnit === 1n && entry.type !== "money";
}

function rangeInEnglish(lower: End | undefined, upper: End | undefined): string {
  if (!lower) return upper?.included ? `${upper.text} or less` : `below ${upper?.text ?? ""}`;
  if (!upper) return lower.included ? `${lower.text} or more` : `above ${lower.text}`;
  if (!lower.included)
    return `above ${lower.text} ${upper.included ? `up to ${upper.text}` : `and below ${upper.text}`}`;
  return `from ${lower.text} to ${upper.included ? upper.text : `below ${upper.text}`}`;
}

function rangeInChinese(lower: End | undefined, upper: End | undefined): string {
  const least = lower && `${lower.included ? "不低于" : "超过"}${lower.text}`;
  const most = upper && `${upper.included ? "不超过" : "低于"}${upper.text}`;
  return [least, most].filter((end) => end !== undefined).join("且");
}

const DAYS: Readonly<Record<Language, (from: string | undefined, to: string | undefined) => string>> = {
  en: (from, to) => {
    if (from === undefined) return `up to ${to ?? ""}`;
    return to === undefined ? `from ${from} on` : `from ${from} to ${to}`;
  },
  zh: (from, to) => {
    if (from === undefined) return `在${to ?? ""}及以前`;
    return to === undefined ? `在${from}及以后` : `在${from}至${to}之间`;
  },
};

function tickText(tick: bigint, axis: Axis, { language, context }: Speech): string {
  const { type } = axis.entry;
  const value = valueOf(tick, axis);
  if (type === "date")
    return figure(formatDay(Number(tick)), type, { language, currency: context.policy.currency });
  if (type === "rate" || type === "ratio") return `${plainNumber(Number(tick * 100n) / perUnitOf(axis))}%`;
  return figure(value, type, { language, currency: context.policy.currency });
}

function valueOf(tick: bigint, axis: Axis): number {
  return Number(tick) / perUnitOf(axis);
}

function perUnitOf({ domain }: Axis): number {
  return domain.kind === "ordered" ? Number(domain.lattice.perUnit) : 1;
}

function isPoint(axis: Axis, set: SegmentSet): boolean {
  const intervals = intervalsOf(chosenOf(axis, set));
  return intervals.length > 0 && intervals.every(({ from, to }) => from !== undefined && from === to);
}

function chosenOf({ segments }: Axis, set: SegmentSet): readonly Segment[] {
  return segments.filter((_, index) => hasSegment(set, index));
}

/** The unbroken ranges among segments, ascending. */
function intervalsOf(segments: readonly Segment[]): readonly Interval[] {
  const ranges: { from?: bigint; to?: bigint }[] = [];
  for (const segment of segments) {
    if (segment.kind !== "interval") continue;
    const { from, to } = segment;
    const last = ranges.at(-1);
    const continues = last?.to !== undefined && from === last.to + 1n;
    const start = continues ? last.from : from;
    if (continues) ranges.pop();
    ranges.push({ ...(start === undefined ? {} : { from: start }), ...(to === undefined ? {} : { to }) });
  }
  return ranges;
}

function tickIn(axis: Axis, set: SegmentSet, { policy }: TableContext): bigint | undefined {
  const [interval] = intervalsOf(chosenOf(axis, set));
  if (!interval || axis.domain.kind !== "ordered") return undefined;
  if (axis.entry.type === "date")
    return interval.from ?? interval.to ?? BigInt(parseDay(policy.effectiveFrom) ?? 0);
  return numberIn(interval, { lattice: axis.domain.lattice, named: axis.named });
}

function exampleValue(axis: Axis, set: SegmentSet, context: TableContext): FactValue {
  const tick = tickIn(axis, set, context);
  if (tick !== undefined) return axis.entry.type === "date" ? formatDay(Number(tick)) : valueOf(tick, axis);
  const chosen = chosenOf(axis, set);
  const value = chosen.find((segment) => segment.kind === "value");
  if (value) return value.value;
  return chosen.some(({ kind }) => kind === "other") && axis.entry.type !== "set" ? valueOutside(axis) : null;
}

/** A text that is none of the values the axis knows. */
function valueOutside(axis: Axis): string {
  const known = new Set(
    axis.segments.flatMap((segment) => (segment.kind === "value" ? [segment.value] : [])),
  );
  let value = "other";
  while (known.has(value)) value = `another-${value}`;
  return value;
}

function label(axis: Axis, language: Language, context: TableContext): string {
  return labelOf(axis.fact, { ...context, language });
}
