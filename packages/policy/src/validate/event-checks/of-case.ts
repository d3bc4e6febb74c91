import { type DueUnit, type EventType, isFactReference, quote } from "@evenhand/domain";
import { POLICY_LIMITS } from "../../schema/limits.ts";
import { isSnapped } from "../check-comparison.ts";
import { quantityFault } from "../check-parameters.ts";
import {
  refuseParam,
  requireParam,
  valueAt,
  wantFact,
  wantNamed,
  wantTimes,
  wantValue,
  wantWord,
} from "../check-value.ts";
import { within } from "../fields.ts";
import type { Inspection } from "../inspection.ts";
import { type EventChecks, checkOnce, nothingMore } from "./event-check.ts";
import { literalFault } from "../literal-fault.ts";
import { findFact } from "../names.ts";
import { grouped, shown } from "../shape-words.ts";
import type { StatementOf } from "../statement.ts";

const WORD = ["enum", "text"] as const;

/** Checks of the events that say something of the case as a whole, or of either. */
export const CASE_CHECKS: EventChecks<
  Extract<
    EventType,
    "disposition" | "classify" | "number" | "compensate" | "due" | "authority" | "measure" | "warn"
  >
> = {
  disposition: nothingMore,
  authority: nothingMore,
  warn: nothingMore,

  classify(statement, inspection) {
    const { category, severity } = statement.event.params;
    if (category === undefined && severity === undefined) requireParam(statement, "category", inspection);
    wantWord(valueAt(statement, "category", category), WORD, inspection);
    wantWord(valueAt(statement, "severity", severity), WORD, inspection);
  },

  number(statement, inspection) {
    const { date, sequence } = statement.event.params;
    wantFact({ value: date, at: statement.placeOf("date"), statement }, ["date"], inspection);
    wantFact({ value: sequence, at: statement.placeOf("sequence"), statement }, ["integer"], inspection);
  },

  compensate(statement, inspection) {
    const { amount, rate, of, atLeast, times } = statement.event.params;
    if (amount === undefined && rate === undefined) requireParam(statement, "amount", inspection);
    if (amount !== undefined && rate !== undefined) refuseParam(statement, "rate", BESIDE_AMOUNT, inspection);
    if (rate === undefined && of !== undefined) refuseParam(statement, "of", WITHOUT_RATE, inspection);
    if (rate !== undefined && of === undefined) requireParam(statement, "of", inspection);
    wantValue(valueAt(statement, "amount", amount), "money", inspection);
    wantValue(valueAt(statement, "rate", rate), "rate", inspection);
    if (of) wantFact({ value: of, at: statement.placeOf("of"), statement }, ["money"], inspection);
    wantValue(valueAt(statement, "atLeast", atLeast), "money", inspection);
    wantTimes(valueAt(statement, "times", times), inspection);
  },

  due(statement, inspection) {
    const { from, unit, at } = statement.event.params;
    const isByTheClock = unit === "hours" || unit === "minutes";
    // A day has no hour to count from.
    const wanted = isByTheClock ? (["instant"] as const) : (["date", "instant"] as const);
    wantNamed({ value: from, at: statement.placeOf("from"), statement }, wanted, inspection);
    if (isByTheClock && at !== undefined) refuseParam(statement, "at", BY_THE_CLOCK, inspection);
    checkWithin(statement, unit, inspection);
  },

  measure(statement, inspection) {
    const { quantity, once } = statement.event.params;
    checkOnce(statement, once, inspection);
    if (quantity === undefined) return;
    const at = statement.placeOf("quantity");
    if (!isFactReference(quantity)) {
      const fault =
        typeof quantity === "number"
          ? literalFault(quantity, { type: "decimal" }, inspection.report)
          : undefined;
      if (fault) inspection.report.add({ at, ...fault });
      return;
    }
    const { scope, stage } = statement;
    const entry = findFact({ name: quantity.fact, at: within(at, "fact"), scope, stage }, inspection);
    if (entry && isSnapped(entry) && entry.type !== "calendar-days")
      inspection.report.add(notForWriting(entry.name, within(at, "fact")));
  },
};

const BESIDE_AMOUNT = { en: "beside `amount`", zh: "已有`amount`的情形" };
const WITHOUT_RATE = { en: "without `rate`", zh: "没有`rate`的情形" };
const BY_THE_CLOCK = { en: "of what is counted in hours or minutes", zh: "以小时或分钟计的期限" };

/** The time a step has is a parameter of the deadline's own unit, or a number of it. */
function checkWithin(statement: StatementOf<"due">, unit: DueUnit, inspection: Inspection): void {
  const { within: allowed } = statement.event.params;
  const at = statement.placeOf("within");
  if (!isFactReference(allowed)) {
    const fault =
      literalFault(allowed, { type: unit }, inspection.report) ??
      quantityFault(Number(allowed), unit) ??
      lengthFault(Number(allowed));
    if (fault) inspection.report.add({ at, ...fault });
    return;
  }
  const entry = wantFact({ value: allowed, at, statement }, [unit], inspection);
  if (!entry) return;
  const { parameter } = entry;
  const fault = parameter ? lengthFault(Number(parameter.value)) : notAParameter(entry.name, unit);
  if (fault) inspection.report.add({ at: within(at, "fact"), ...fault });
}

function lengthFault(units: number) {
  if (!(units > POLICY_LIMITS.deadline)) return undefined;
  return {
    code: "out-of-range",
    message: {
      en: `${shown(units)} is longer than any deadline may be, ${grouped(POLICY_LIMITS.deadline)}`,
      zh: `${shown(units)}超过期限的上限${grouped(POLICY_LIMITS.deadline)}`,
    },
  } as const;
}

function notAParameter(name: string, unit: DueUnit) {
  return {
    code: "type-mismatch",
    message: {
      en: `\`${name}\` is worked out from the case and cannot be a time allowed`,
      zh: `\`${name}\`由案件算出，不能作为期限长度`,
    },
    help: { en: `declare a parameter with unit \`${unit}\``, zh: `请声明单位为\`${unit}\`的参数` },
  } as const;
}

function notForWriting(name: string, at: string) {
  return {
    code: "type-mismatch",
    at,
    message: {
      en: `${quote(name)} is worked out as a fraction, which cannot be written out exactly`,
      zh: `${quote(name)}是算出的分数，无法精确写出`,
    },
    help: { en: "name the fact it is worked out from", zh: "请引用用来计算它的事实" },
  } as const;
}
