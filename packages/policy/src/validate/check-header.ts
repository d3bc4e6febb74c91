import {
  type FactReference,
  type ValueType,
  PARAMETER_PREFIX,
  isTimeZone,
  parseDay,
  quote,
} from "@evenhand/domain";
import type { Placed } from "./draft.ts";
import { within } from "./fields.ts";
import type { Inspection } from "./inspection.ts";
import { findFact } from "./names.ts";
import { oneOf } from "./shape-words.ts";
import { TYPE_WORDS, typesInWords } from "./type-words.ts";

/**
 * Checks what a policy says of itself: its days and zone, its calendar, and the facts that decide for the whole of it.
 *
 * @example checkHeader(inspection) // "unknown-calendar" where nobody keeps a calendar of that name
 */
export function checkHeader(inspection: Inspection): void {
  checkEffectiveFrom(inspection);
  checkTimeZone(inspection);
  checkCalendar(inspection);
  checkGrades(inspection);
  const { appliesBy, lossFact, cap, conflict } = inspection.draft.header;
  if (appliesBy) wantStated(appliesBy, { scope: "case", types: ["date", "instant"] }, inspection);
  if (lossFact) wantStated(lossFact, { scope: "case", types: ["money"] }, inspection);
  if (cap) checkCap({ at: within(cap.at, "rate", "fact"), part: cap.part.rate }, inspection);
  if (!conflict) return;
  const { at, part } = conflict;
  wantStated(
    { at: within(at, "decider"), part: part.decider },
    { scope: "case", types: ["party"] },
    inspection,
  );
  for (const [index, instructor] of part.instructors.entries()) {
    wantStated(
      { at: within(at, "instructors", index), part: instructor },
      { scope: "party", types: ["party"] },
      inspection,
    );
  }
}

function checkEffectiveFrom({ draft, report }: Inspection): void {
  const { effectiveFrom } = draft.header;
  if (!effectiveFrom || parseDay(effectiveFrom.part) !== undefined) return;
  report.add({
    code: "not-a-date",
    at: effectiveFrom.at,
    message: {
      en: `${quote(effectiveFrom.part)} is not a day of the calendar`,
      zh: `${quote(effectiveFrom.part)}不是有效的日期`,
    },
  });
}

function checkTimeZone({ draft, report }: Inspection): void {
  const { timeZone } = draft.header;
  if (!timeZone || isTimeZone(timeZone.part)) return;
  report.add({
    code: "unknown-value",
    at: timeZone.at,
    message: {
      en: `${quote(timeZone.part)} is not a time zone`,
      zh: `${quote(timeZone.part)}不是有效的时区`,
    },
    help: {
      en: "use a name of the IANA database, such as `Asia/Shanghai`",
      zh: "请用IANA时区名，如`Asia/Shanghai`",
    },
  });
}

function checkCalendar({ draft, context, report }: Inspection): void {
  const { calendar } = draft.header;
  if (!calendar || context.calendars.has(calendar.part)) return;
  const help = oneOf(context.calendars);
  report.add({
    code: "unknown-calendar",
    at: calendar.at,
    message: {
      en: `there is no calendar ${quote(calendar.part)}`,
      zh: `没有工作日历${quote(calendar.part)}`,
    },
    ...(report.didYouMean(calendar.part, context.calendars) ?? (help && { help })),
  });
}

function checkGrades({ draft, report }: Inspection): void {
  const seen = new Set<string>();
  for (const { at, part } of draft.grades ?? []) {
    if (seen.has(part)) {
      report.add({
        code: "duplicate-id",
        at,
        message: { en: `the grade ${quote(part)} is listed twice`, zh: `处分等级${quote(part)}重复列出` },
      });
    }
    seen.add(part);
  }
}

type Wanted = { readonly scope: "case" | "party"; readonly types: readonly ValueType[] };

/** These facts are read off the case before any rule is asked, so they cannot be worked out by the policy. */
function wantStated(
  { at, part: name }: Placed<string>,
  { scope, types }: Wanted,
  inspection: Inspection,
): void {
  const entry = findFact({ name, at, ...(scope === "case" && { scope }) }, inspection);
  if (!entry) return;
  const { report } = inspection;
  if (scope === "party" && entry.scope !== "party") {
    report.add({
      code: "wrong-scope",
      at,
      message: {
        en: `${quote(name)} is a fact of the case, where one of the parties is wanted`,
        zh: `${quote(name)}是案件事实，此处需要当事方的事实`,
      },
    });
  }
  const wanted = typesInWords(types);
  if (!types.includes(entry.type)) {
    const found = TYPE_WORDS[entry.type];
    report.add({
      code: "type-mismatch",
      at,
      message: {
        en: `${quote(name)} holds ${found.en}, where ${wanted.en} is wanted`,
        zh: `${quote(name)}的值是${found.zh}，此处需要${wanted.zh}`,
      },
    });
  } else if (entry.source !== "declared") {
    report.add({
      code: "type-mismatch",
      at,
      message: {
        en: `${quote(name)} is not stated by the case, where a stated fact is wanted`,
        zh: `${quote(name)}不是案件填写的事实，此处需要案件填写的事实`,
      },
      help: { en: "name a declared fact", zh: "请引用`facts`中声明的事实" },
    });
  }
}

function checkCap({ at, part }: Placed<FactReference>, inspection: Inspection): void {
  const entry = findFact({ name: part.fact, at }, inspection);
  if (!entry || (entry.parameter && entry.type === "rate")) return;
  inspection.report.add({
    code: "type-mismatch",
    at,
    message: {
      en: `${quote(part.fact)} is not a parameter that holds a rate`,
      zh: `${quote(part.fact)}不是比率参数`,
    },
    help: {
      en: `declare a parameter with unit \`rate\` and name it \`${PARAMETER_PREFIX}…\``,
      zh: `请声明单位为\`rate\`的参数，并写作\`${PARAMETER_PREFIX}…\``,
    },
  });
}
