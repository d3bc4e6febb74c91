import { isWeekend, parseDay } from "./date.ts";
import { isIdentifier, pointer, suggest } from "./identifier.ts";
import type { DiagnosticCode, Problem } from "./problem.ts";
import { quote } from "./quote.ts";
import type { LocalizedText } from "./text.ts";

/** A working-day calendar as data: `rules/calendars/<id>.json`. Days outside the coverage window are counted Monday to Friday, provisionally. */
export type CalendarDocument = {
  readonly id: string;
  readonly version: number;
  readonly title: LocalizedText;
  readonly coverage: { readonly from: string; readonly to: string };
  readonly source: string;
  /** Days off that would otherwise be working days (Monday to Friday), `YYYY-MM-DD`, ascending. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked to make up for one, ascending. */
  readonly makeUpDays: readonly string[];
};

export type CalendarProblem = Problem<
  Extract<DiagnosticCode, "wrong-shape" | "unknown-field" | "missing-field" | "not-a-date" | "out-of-range">
>;

/** Everything that is wrong with what should be a calendar document; nothing where it is one. */
export function calendarProblems(document: unknown): readonly CalendarProblem[] {
  const problems = shapeProblems(document);
  if (problems.length > 0) return problems;
  const shaped = document as CalendarDocument;
  return [
    ...coverageProblems(shaped),
    ...dayProblems(shaped, "holidays"),
    ...dayProblems(shaped, "makeUpDays"),
  ];
}

const FIELDS = ["id", "version", "title", "coverage", "source", "holidays", "makeUpDays"] as const;

type Field = (typeof FIELDS)[number];

const FORMS: Readonly<Record<Field, { holds: (value: unknown) => boolean; form: LocalizedText }>> = {
  id: {
    holds: (value) => typeof value === "string" && isIdentifier(value),
    form: { en: "lower-case words joined by hyphens", zh: "以连字符相连的小写单词" },
  },
  version: {
    holds: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
    form: { en: "a whole number from 1", zh: "不小于1的整数" },
  },
  title: {
    holds: (value) => hasTexts(value, ["en", "zh"]),
    form: { en: "a text in `en` and one in `zh`", zh: "包含`en`和`zh`两段文字的对象" },
  },
  coverage: {
    holds: (value) => hasTexts(value, ["from", "to"]),
    form: { en: "a day in `from` and one in `to`", zh: "包含`from`和`to`两个日期的对象" },
  },
  source: { holds: isText, form: { en: "a text", zh: "一段文字" } },
  holidays: { holds: isTextList, form: { en: "a list of days", zh: "日期列表" } },
  makeUpDays: { holds: isTextList, form: { en: "a list of days", zh: "日期列表" } },
};

function shapeProblems(document: unknown): readonly CalendarProblem[] {
  if (!isRecord(document)) {
    const message = { en: "a calendar is an object with fields", zh: "日历应为带字段的对象" };
    return [{ code: "wrong-shape", at: pointer(), message }];
  }
  const unknown = Object.keys(document).filter((name) => !FIELDS.some((field) => field === name));
  return [...unknown.map(unknownField), ...FIELDS.flatMap((field) => fieldProblems(field, document))];
}

function unknownField(name: string): CalendarProblem {
  const meant = suggest(name, FIELDS);
  return {
    code: "unknown-field",
    at: pointer(name),
    message: { en: `a calendar has no field ${quote(name)}`, zh: `日历没有${quote(name)}字段` },
    ...(meant !== undefined && { help: { en: `did you mean \`${meant}\`?`, zh: `是不是\`${meant}\`？` } }),
  };
}

function fieldProblems(
  field: Field,
  document: Readonly<Record<string, unknown>>,
): readonly CalendarProblem[] {
  const { holds, form } = FORMS[field];
  if (!Object.hasOwn(document, field)) {
    const message = { en: `a calendar needs the field \`${field}\``, zh: `日历缺少\`${field}\`字段` };
    return [{ code: "missing-field", at: pointer(), message }];
  }
  if (holds(document[field])) return [];
  const message = { en: `\`${field}\` must be ${form.en}`, zh: `\`${field}\`应为${form.zh}` };
  return [{ code: "wrong-shape", at: pointer(field), message }];
}

function coverageProblems({ coverage }: CalendarDocument): readonly CalendarProblem[] {
  const ends = (["from", "to"] as const).filter((end) => parseDay(coverage[end]) === undefined);
  if (ends.length > 0) return ends.map((end) => notADate(pointer("coverage", end), coverage[end]));
  // Days as text are in the order of time.
  if (coverage.from <= coverage.to) return [];
  const message = { en: "the coverage ends before it begins", zh: "覆盖期的结束日期早于开始日期" };
  return [{ code: "out-of-range", at: pointer("coverage", "to"), message }];
}

function dayProblems(
  document: CalendarDocument,
  list: "holidays" | "makeUpDays",
): readonly CalendarProblem[] {
  // Ends that are no days are reported in their own place; here they bound nothing.
  const from = parseDay(document.coverage.from) ?? -Infinity;
  const to = parseDay(document.coverage.to) ?? Infinity;
  return document[list].flatMap((text, index): readonly CalendarProblem[] => {
    const at = pointer(list, index);
    const day = parseDay(text);
    if (day === undefined) return [notADate(at, text)];
    const wrongs: LocalizedText[] = [];
    const previous = document[list][index - 1];
    if (previous !== undefined && previous >= text) wrongs.push(outOfOrder(text, previous));
    if (day < from || day > to) {
      wrongs.push({ en: `\`${text}\` lies outside the coverage`, zh: `\`${text}\`不在覆盖期内` });
    }
    if (isWeekend(day) !== (list === "makeUpDays")) wrongs.push(NEEDLESS[list](text));
    return wrongs.map((message) => ({ code: "out-of-range", at, message }));
  });
}

function outOfOrder(text: string, previous: string): LocalizedText {
  return {
    en: `\`${text}\` does not come after ${quote(previous)}, which stands before it in the list`,
    zh: `\`${text}\`应晚于列表中排在它前面的${quote(previous)}`,
  };
}

const NEEDLESS = {
  holidays: (text: string) => ({
    en: `\`${text}\` is at a weekend, which is off without being listed`,
    zh: `\`${text}\`是周末，本来就休息，不应列出`,
  }),
  makeUpDays: (text: string) => ({
    en: `\`${text}\` is a weekday, which is worked without being listed`,
    zh: `\`${text}\`不是周末，本来就上班，不应列出`,
  }),
} as const;

function notADate(at: string, text: string): CalendarProblem {
  const message = {
    en: `${quote(text)} is not an existing day written as \`YYYY-MM-DD\``,
    zh: `${quote(text)}不是写作\`YYYY-MM-DD\`的有效日期`,
  };
  return { code: "not-a-date", at, message };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length > 0;
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

/** Whether the value is an object of exactly these texts. */
function hasTexts(value: unknown, names: readonly string[]): boolean {
  return (
    isRecord(value) &&
    Object.keys(value).length === names.length &&
    names.every((name) => isText(value[name]))
  );
}
