import {
  type CatalogueEntry,
  type FactReference,
  type Value,
  type ValueType,
  isFactReference,
  isIdentifier,
  quote,
} from "@evenhand/domain";
import { within } from "./fields.ts";
import type { Inspection } from "./inspection.ts";
import { type Complaint, literalFault } from "./literal-fault.ts";
import { findFact } from "./names.ts";
import { shown } from "./shape-words.ts";
import type { Statement } from "./statement.ts";
import { TYPE_WORDS, typesInWords } from "./type-words.ts";

/** A value of an event, with its place and whoever says it. */
export type PlacedValue<Held = Value> = {
  readonly value: Held;
  readonly at: string;
  readonly statement: Statement;
};

/**
 * Reads a parameter of an event with its place, or gives `undefined` where the event does not have it.
 *
 * @example valueAt(statement, "amount", params.amount)?.at // "/rules/0/rule/event/params/amount"
 */
export function valueAt<Held>(
  statement: Statement,
  param: string,
  value: Held | undefined,
): PlacedValue<Held> | undefined {
  return value === undefined ? undefined : { value, at: statement.placeOf(param), statement };
}

/**
 * Checks that a value is of a type: an amount, a rate, a count.
 *
 * @example wantValue({ value: 0.5, at, statement }, "money", inspection) // "type-mismatch": not a whole amount
 */
export function wantValue(placed: PlacedValue | undefined, type: ValueType, inspection: Inspection): void {
  if (!placed) return;
  const { value, at } = placed;
  if (isFactReference(value)) {
    wantFact({ ...placed, value }, [type], inspection);
    return;
  }
  const fault =
    literalFault(value, { type }, inspection.report) ?? (type === "integer" ? countFault(value) : undefined);
  if (fault) inspection.report.add({ at, ...fault });
}

/** How often something happens is counted from 0. */
function countFault(value: unknown): Complaint | undefined {
  if (typeof value !== "number" || value >= 0) return undefined;
  return {
    code: "out-of-range",
    message: { en: `${shown(value)} is below 0`, zh: `${shown(value)}小于0` },
  };
}

/**
 * Checks how many times an amount is owed: a count, and so never below 0, whatever the case states.
 *
 * @example wantTimes(valueAt(statement, "times", { fact: "notices" }), inspection) // "out-of-range" without a `minimum`
 */
export function wantTimes(placed: PlacedValue | undefined, inspection: Inspection): void {
  wantValue(placed, "integer", inspection);
  if (!placed || !isFactReference(placed.value)) return;
  const entry = inspection.names.catalogue.get(placed.value.fact);
  if (entry?.type !== "integer" || entry.source !== "declared" || (entry.declaration?.minimum ?? -1) >= 0)
    return;
  inspection.report.add({
    code: "out-of-range",
    at: within(placed.at, "fact"),
    message: {
      en: `\`${entry.name}\` may be below 0, and nothing is owed less than no times`,
      zh: `\`${entry.name}\`可能小于0，不能作为次数`,
    },
    help: { en: "declare it with `minimum` 0", zh: "请为其声明`minimum`为0" },
  });
}

/**
 * Checks that a reference names a fact of one of the types, and gives the fact where it does.
 *
 * @example wantFact({ value: { fact: "head" }, at, statement }, ["party"], inspection)?.name // "head"
 */
export function wantFact(
  { value, at, statement }: PlacedValue<FactReference>,
  types: readonly ValueType[],
  inspection: Inspection,
): CatalogueEntry | undefined {
  return wantNamed({ value: value.fact, at: within(at, "fact"), statement }, types, inspection);
}

/**
 * The same where the event holds the name itself, not a reference.
 *
 * @example wantNamed({ value: "receivedOn", at, statement }, ["date", "instant"], inspection)?.type // "date"
 */
export function wantNamed(
  { value: name, at, statement: { scope, stage } }: PlacedValue<string>,
  types: readonly ValueType[],
  inspection: Inspection,
): CatalogueEntry | undefined {
  const entry = findFact({ name, at, scope, stage }, inspection);
  if (!entry) return undefined;
  if (types.includes(entry.type)) return entry;
  const [found, wanted] = [TYPE_WORDS[entry.type], typesInWords(types)];
  inspection.report.add({
    code: "type-mismatch",
    at,
    message: {
      en: `\`${name}\` holds ${found.en}, where ${wanted.en} is wanted`,
      zh: `\`${name}\`是${found.zh}，此处需要${wanted.zh}`,
    },
  });
  return undefined;
}

/**
 * Checks a word of an outcome, or a fact that holds one of `types`.
 *
 * @example wantWord({ value: "Major case", at, statement }, ["enum", "text"], inspection) // "wrong-shape": not an id
 */
export function wantWord(
  placed: PlacedValue | undefined,
  types: readonly ValueType[],
  inspection: Inspection,
): void {
  if (!placed) return;
  const { value, at } = placed;
  if (isFactReference(value)) {
    wantFact({ ...placed, value }, types, inspection);
    return;
  }
  if (typeof value === "string" && isIdentifier(value)) return;
  inspection.report.add({
    code: typeof value === "string" ? "wrong-shape" : "type-mismatch",
    at,
    message: {
      en: `${quote(String(value))} is not a word of an outcome`,
      zh: `${quote(String(value))}不是有效的用词标识`,
    },
    help: {
      en: "use lower-case words and digits joined by hyphens, and label it under `words`",
      zh: "请用小写英文单词和数字，以连字符连接，并在`words`中给出名称",
    },
  });
}

/**
 * Reports a parameter that an event has though the rest of it makes it say nothing.
 *
 * @example refuseParam(statement, "at", { en: "beside a number of hours", zh: "以小时计的期限" }, inspection)
 */
export function refuseParam(
  statement: Statement,
  param: string,
  beside: { readonly en: string; readonly zh: string },
  { report }: Inspection,
): void {
  report.add({
    code: "unknown-field",
    at: statement.placeOf(param),
    message: { en: `\`${param}\` says nothing ${beside.en}`, zh: `\`${param}\`不适用于${beside.zh}` },
  });
}

/**
 * Reports a parameter that an event lacks.
 *
 * @example requireParam(statement, "share", inspection) // "missing-field"
 */
export function requireParam(statement: Statement, param: string, { report }: Inspection): void {
  report.add({
    code: "missing-field",
    at: statement.placeOf(param),
    message: { en: `\`${param}\` is missing`, zh: `缺少\`${param}\`` },
  });
}
