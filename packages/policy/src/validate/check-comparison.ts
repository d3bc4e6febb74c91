import {
  type CatalogueEntry,
  type Comparison,
  type Operator,
  type ValueType,
  alternatives,
  closedValues,
  dimensionOf,
  isFactReference,
  isOrdered,
  quote,
} from "@evenhand/domain";
import type { Inspection } from "./inspection.ts";
import { type Complaint, literalFault } from "./literal-fault.ts";
import { type Mention, findFact } from "./names.ts";
import { within } from "./fields.ts";
import { TYPE_WORDS } from "./type-words.ts";

/** Who asks: where it is left out, that is looked at where the condition is used. */
export type Asker = Pick<Mention, "scope" | "stage">;

/** One comparison, with the places of its parts. */
export type PlacedComparison = {
  readonly operator: Operator;
  readonly value: Comparison["value"];
  readonly operatorAt: string;
  readonly valueAt: string;
};

/**
 * Checks one comparison of a condition: that its names are known, that its operator fits the fact and its value both.
 *
 * @example
 * // `{ "fact": "customerCaused", "operator": "greaterThan", "value": true }`
 * // is an "operator-mismatch": true and false have no order
 */
export function checkComparison(
  comparison: Comparison,
  at: string,
  asker: Asker,
  inspection: Inspection,
): void {
  const entry = findFact(mention(comparison.fact, at, asker), inspection);
  checkOperand(
    entry,
    {
      operator: comparison.operator,
      value: comparison.value,
      operatorAt: within(at, "operator"),
      valueAt: within(at, "value"),
    },
    asker,
    inspection,
  );
}

/**
 * The part of the check that a table's cells share: what a fact is compared with. `entry` is `undefined` where the fact
 * is not known; the other side is looked at nonetheless.
 */
export function checkOperand(
  entry: CatalogueEntry | undefined,
  comparison: PlacedComparison,
  asker: Asker,
  inspection: Inspection,
): void {
  const { value, valueAt } = comparison;
  const other = isFactReference(value)
    ? findFact(mention(value.fact, valueAt, asker), inspection)
    : undefined;
  if (!entry) return;
  const fault = operatorFault(entry, comparison) ?? (other && referenceFault(entry, other, comparison));
  if (fault) inspection.report.add(fault);
  else if (!isFactReference(value)) checkLiterals(entry, comparison, inspection);
}

function mention(name: string, at: string, { scope, stage }: Asker): Mention {
  return { name, at: within(at, "fact"), scope, stage };
}

/**
 * Whether a fact reaches conditions as the middle between two millionths, because it is worked out as an exact fraction.
 * Against a figure of six places that decides exactly; against another such fact it would not.
 */
export function isSnapped(entry: CatalogueEntry): boolean {
  return entry.source === "derived" && SNAPPED.has(entry.type);
}

const SNAPPED: ReadonlySet<ValueType> = new Set<ValueType>([
  "ratio",
  "calendar-days",
  "working-days",
  "hours",
  "minutes",
]);
const ORDERING: ReadonlySet<Operator> = new Set<Operator>([
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
]);
const MEMBERSHIP: ReadonlySet<Operator> = new Set<Operator>(["in", "notIn"]);
const CONTAINMENT: ReadonlySet<Operator> = new Set<Operator>(["contains", "doesNotContain"]);

type PlacedComplaint = Complaint & { readonly at: string };

function operatorFault(
  entry: CatalogueEntry,
  { operator, value, operatorAt, valueAt }: PlacedComparison,
): PlacedComplaint | undefined {
  const isSet = entry.type === "set";
  if (isSet !== CONTAINMENT.has(operator)) return { at: operatorAt, ...unfitOperator(entry, operator) };
  if (ORDERING.has(operator) && !isOrdered(entry.type))
    return { at: operatorAt, ...unfitOperator(entry, operator) };
  if (MEMBERSHIP.has(operator) && entry.type === "boolean")
    return { at: operatorAt, ...unfitOperator(entry, operator) };
  if (MEMBERSHIP.has(operator) !== Array.isArray(value)) return { at: valueAt, ...unfitList(operator) };
  if (value === null && operator !== "equal" && operator !== "notEqual") {
    return {
      code: "operator-mismatch",
      at: valueAt,
      message: {
        en: `${quote(operator)} cannot ask whether something is unknown`,
        zh: `${quote(operator)}不能用来判断是否未知`,
      },
      help: { en: "use `equal` or `notEqual` with `null`", zh: "与`null`比较时请用`equal`或`notEqual`" },
    };
  }
  return undefined;
}

function unfitOperator(entry: CatalogueEntry, operator: Operator): Complaint {
  const { en, zh } = TYPE_WORDS[entry.type];
  const fitting = fittingOperators(entry.type);
  return {
    code: "operator-mismatch",
    message: {
      en: `${quote(operator)} does not fit \`${entry.name}\`, which holds ${en}`,
      zh: `${quote(operator)}不适用于\`${entry.name}\`（${zh}）`,
    },
    help: { en: `use ${fitting.join(", ")}`, zh: `可用：${alternatives(fitting).zh}` },
  };
}

function fittingOperators(type: ValueType): readonly string[] {
  if (type === "set") return [...CONTAINMENT].map((operator) => quote(operator));
  const others = [...(type === "boolean" ? [] : MEMBERSHIP), ...(isOrdered(type) ? ORDERING : [])];
  return ["equal", "notEqual", ...others].map((operator) => quote(operator));
}

function unfitList(operator: Operator): Complaint {
  return MEMBERSHIP.has(operator)
    ? {
        code: "operator-mismatch",
        message: {
          en: `${quote(operator)} wants a list of values`,
          zh: `${quote(operator)}需要一个取值列表`,
        },
        help: {
          en: "put the values into `[` and `]`, or use `equal`",
          zh: "请将各取值放入`[`和`]`之间，或改用`equal`",
        },
      }
    : {
        code: "operator-mismatch",
        message: {
          en: `${quote(operator)} compares with one value, not with a list`,
          zh: `${quote(operator)}只能与单个值比较，不能与列表比较`,
        },
        help: { en: "use `in` or `notIn`", zh: "请用`in`或`notIn`" },
      };
}

function referenceFault(
  entry: CatalogueEntry,
  other: CatalogueEntry,
  { operator, valueAt }: PlacedComparison,
): PlacedComplaint | undefined {
  const wanted = CONTAINMENT.has(operator) ? "text" : dimensionOf(entry.type);
  if (dimensionOf(other.type) !== wanted) {
    const [left, right] = [TYPE_WORDS[entry.type], TYPE_WORDS[other.type]];
    return {
      code: "type-mismatch",
      at: valueAt,
      message: {
        en: `\`${entry.name}\` holds ${left.en} and cannot be compared with \`${other.name}\`, which holds ${right.en}`,
        zh: `\`${entry.name}\`（${left.zh}）不能与\`${other.name}\`（${right.zh}）比较`,
      },
    };
  }
  if (!isSnapped(entry) || !isSnapped(other)) return undefined;
  return {
    code: "type-mismatch",
    at: valueAt,
    message: {
      en: `\`${entry.name}\` and \`${other.name}\` are both worked out as fractions and cannot be compared exactly`,
      zh: `\`${entry.name}\`与\`${other.name}\`都是算出的分数，无法精确比较`,
    },
    help: { en: "compare each of them with a parameter", zh: "请分别与参数比较" },
  };
}

function checkLiterals(
  entry: CatalogueEntry,
  { value, valueAt }: PlacedComparison,
  { report }: Inspection,
): void {
  if (value === null) return;
  const wanted = { type: entry.type, values: closedValues(entry) };
  const literals: readonly (readonly [unknown, string])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [item, within(valueAt, index)])
    : [[value, valueAt]];
  for (const [literal, at] of literals) {
    const fault = literalFault(literal, wanted, report);
    if (fault) report.add({ at, ...fault });
  }
}
