import {
  type EvaluateRequest,
  type FactDeclaration,
  type FactType,
  type FactValue,
  type LocalizedText,
  MAX_AMOUNT_MINOR,
  type PartyKind,
  type Policy,
  type Problem,
  type RefusalCode,
  alikeKey,
  alternatives,
  hasAtMostSixPlaces,
  isFactReference,
  knownDeclarations,
  parseDay,
  parseInstant,
  pointer,
  quote,
  requiredOf,
  suggest,
  untidyId,
} from "@evenhand/domain";
import type { ConditionValue } from "../rules/rule-set.ts";
import { type ProblemList, didYouMean, problem } from "../problems.ts";
import { show } from "./read-request.ts";

/** Facts in the form that conditions see: days and instants as numbers, unknown as null. */
export type ReadFacts = ReadonlyMap<string, ConditionValue>;

export type ReadParty = {
  readonly id: string;
  readonly kind: PartyKind;
  readonly index: number;
  readonly facts: ReadFacts;
};

export type ReadCase = {
  readonly facts: ReadFacts;
  readonly parties: readonly ReadParty[];
  readonly slips: readonly Slip[];
};

/** A value outside an open list that looks like a misspelling of one on it. Allowed, but worth a warning. */
export type Slip = {
  readonly fact: string;
  readonly value: string;
  readonly suggestion: string;
  readonly party?: string;
};

type Declarations = Readonly<Record<string, FactDeclaration>>;
type Reading = {
  readonly partyIds: ReadonlySet<string>;
  readonly problems: ProblemList;
  readonly slips: Slip[];
};

/**
 * Checks every fact of a request against the policy's declarations: unknown names, missing required facts, wrong types,
 * values out of range. All problems are listed, each with its pointer; none of them is turned into a default.
 * An absent boolean is false unless the policy says that its absence is unknown, an absent set is empty, anything else null.
 */
export function readFacts(
  policy: Policy,
  request: EvaluateRequest,
): ReadCase | { readonly problems: readonly Problem<RefusalCode>[] } {
  const declarations = knownDeclarations(policy);
  const reading: Reading = {
    partyIds: new Set(request.case.parties.map((party) => party.id)),
    problems: [],
    slips: [],
  };
  const facts = readScope(
    request.case.facts,
    declarations.case,
    { at: ["case", "facts"], other: declarations.party },
    reading,
  );
  const parties = request.case.parties.map((party, index) => ({
    id: party.id,
    kind: party.kind,
    index,
    facts: readScope(
      party.facts,
      declarations.party,
      {
        at: ["case", "parties", index, "facts"],
        other: declarations.case,
        kind: party.kind,
        party: party.id,
      },
      reading,
    ),
  }));
  return reading.problems.length > 0
    ? { problems: reading.problems }
    : { facts, parties, slips: reading.slips };
}

type Place = {
  readonly at: readonly (string | number)[];
  readonly other: Declarations;
  readonly kind?: PartyKind;
  readonly party?: string;
};

function readScope(
  given: Readonly<Record<string, FactValue>>,
  declarations: Declarations,
  place: Place,
  reading: Reading,
): ReadFacts {
  reportUnknownNames(given, declarations, place, reading.problems);
  const facts = new Map<string, ConditionValue>();
  for (const [name, declaration] of Object.entries(declarations)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    // Only a problem needs it, and most facts have none.
    const at = (): string => pointer(...place.at, name);
    if (value === undefined || value === null) {
      if (requiredOf(declaration, place.kind)) reading.problems.push(missing(name, declaration, at()));
      facts.set(name, absent(declaration));
      continue;
    }
    const read = READERS[declaration.type](value, declaration, reading);
    if ("value" in read) {
      facts.set(name, read.value);
      if (read.suggestion !== undefined) {
        reading.slips.push({
          fact: name,
          value: String(value),
          suggestion: read.suggestion,
          ...(place.party === undefined ? {} : { party: place.party }),
        });
      }
    } else reading.problems.push(problem({ ...read, at: at() }));
  }
  checkRanges(facts, declarations, place, reading.problems);
  return facts;
}

function reportUnknownNames(
  given: Readonly<Record<string, FactValue>>,
  declarations: Declarations,
  place: Place,
  problems: ProblemList,
): void {
  const names = Object.keys(declarations);
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(declarations, name)) continue;
    const elsewhere: LocalizedText | undefined = Object.hasOwn(place.other, name)
      ? place.kind === undefined
        ? { en: "it is a fact of each party, not of the case", zh: "这是各当事方的事实，不是案件的事实" }
        : { en: "it is a fact of the case, not of a party", zh: "这是案件的事实，不是当事方的事实" }
      : undefined;
    problems.push(
      problem({
        code: "unknown-fact",
        at: pointer(...place.at, name),
        en: `\`${name}\` is not a fact that this policy knows here`,
        zh: `本制度在此处没有事实\`${name}\``,
        help: elsewhere ?? didYouMean(suggest(name, names)),
      }),
    );
  }
}

function missing(name: string, declaration: FactDeclaration, at: string): Problem<RefusalCode> {
  return problem({
    code: "missing-fact",
    at,
    en: `\`${name}\` (${declaration.label.en}) is required and missing`,
    zh: `缺少必填事实\`${name}\`（${declaration.label.zh}）`,
  });
}

function absent(declaration: FactDeclaration): ConditionValue {
  if (declaration.type === "boolean") return declaration.whenAbsent === "unknown" ? null : false;
  return declaration.type === "set" ? [] : null;
}

/** The facts of somebody of whom nothing is stated. */
export function absentFacts(policy: Policy): ReadFacts {
  return new Map(
    Object.entries(knownDeclarations(policy).party).map(([name, declaration]) => [name, absent(declaration)]),
  );
}

type Read =
  | { readonly value: ConditionValue; readonly suggestion?: string | undefined }
  | {
      readonly code: RefusalCode;
      readonly en: string;
      readonly zh: string;
      readonly help?: LocalizedText | undefined;
    };

const READERS: Readonly<
  Record<FactType, (value: FactValue, declaration: FactDeclaration, reading: Reading) => Read>
> = {
  money: (value) => {
    if (typeof value !== "number" || !Number.isInteger(value)) {
      return wrong(value, { en: "an amount in whole minor units", zh: "以分为单位的整数金额" });
    }
    return value < 0 || value > MAX_AMOUNT_MINOR
      ? outside(value, {
          en: `from 0 to ${MAX_AMOUNT_MINOR}, in minor units`,
          zh: `在0到${MAX_AMOUNT_MINOR}分之间`,
        })
      : { value };
  },
  integer: (value) => {
    if (typeof value !== "number" || !Number.isInteger(value))
      return wrong(value, { en: "a whole number", zh: "整数" });
    return Math.abs(value) > LARGEST_COUNT
      ? outside(value, { en: "within ±1,000,000,000", zh: "在±10亿以内" })
      : { value };
  },
  decimal: (value) => {
    if (typeof value !== "number" || !hasAtMostSixPlaces(value))
      return wrong(value, { en: "a number of at most six decimal places", zh: "最多六位小数的数字" });
    return Math.abs(value) > LARGEST_COUNT
      ? outside(value, { en: "within ±1,000,000,000", zh: "在±10亿以内" })
      : { value };
  },
  rate: (value) => {
    if (typeof value !== "number" || !hasAtMostSixPlaces(value)) {
      return wrong(value, {
        en: "a rate of at most six decimal places, such as 0.35",
        zh: "最多六位小数的比率，如0.35",
      });
    }
    return value < 0 || value > 1 ? outside(value, { en: "from 0 to 1", zh: "在0到1之间" }) : { value };
  },
  boolean: (value) =>
    typeof value === "boolean" ? { value } : wrong(value, { en: "`true` or `false`", zh: "`true`或`false`" }),
  date: (value) => {
    const day = typeof value === "string" ? parseDay(value) : undefined;
    return day === undefined
      ? notADate(value, {
          en: "write an existing day as `2026-07-06`",
          zh: "请填写真实存在的日期，如`2026-07-06`",
        })
      : { value: day };
  },
  instant: (value) => {
    const instant = typeof value === "string" ? parseInstant(value) : undefined;
    return instant === undefined
      ? notADate(value, {
          en: "write an existing moment with its offset, as `2026-07-06T09:00:00+08:00`",
          zh: "请填写带时区的时刻，如`2026-07-06T09:00:00+08:00`",
        })
      : { value: instant };
  },
  text: (value) =>
    isText(value)
      ? { value }
      : wrong(value, { en: "a text of 1 to 2,000 characters", zh: "1至2000个字符的文本" }),
  enum: readEnum,
  set: readSet,
  party: (value, declaration, reading) => {
    if (!isText(value)) return wrong(value, { en: "the id of a party", zh: "当事方编号" });
    const untidy = untidyId(value);
    if (untidy) return { code: "wrong-shape", ...untidy.message, help: untidy.help };
    if (!declaration.mustBeParty || reading.partyIds.has(value)) return { value };
    return {
      code: "unknown-party",
      en: `${show(value)} is no party of this case`,
      zh: `${show(value)}不是本案当事方`,
      help: didYouMean(suggest(value, [...reading.partyIds])),
    };
  },
};

const LARGEST_COUNT = 1_000_000_000;

function readEnum(value: FactValue, declaration: FactDeclaration): Read {
  if (!isText(value)) return wrong(value, { en: "one of the listed values", zh: "列表中的一个取值" });
  const values = declaration.values ?? {};
  if (Object.hasOwn(values, value)) return { value };
  const suggestion = valueMeant(value, values);
  return declaration.open ? { value, suggestion } : unlisted(value, values, suggestion);
}

function readSet(value: FactValue, declaration: FactDeclaration): Read {
  if (!Array.isArray(value)) return wrong(value, { en: "a list of values", zh: "取值列表" });
  const values = declaration.values ?? {};
  for (const item of value as readonly unknown[]) {
    if (!isText(item)) return wrong(item, { en: "one of the listed values", zh: "列表中的一个取值" });
    if (!Object.hasOwn(values, item)) return unlisted(item, values, valueMeant(item, values));
  }
  return { value: [...new Set(value as readonly string[])] };
}

/** The value that was most likely meant: the one whose label was written in its place, or one that was misspelled. */
function valueMeant(text: string, values: Readonly<Record<string, LocalizedText>>): string | undefined {
  const labels = new Map(
    Object.entries(values).flatMap(([id, { en, zh }]) => [[en, id] as const, [zh, id] as const]),
  );
  const key = alikeKey(text);
  const labelled = [...labels].find(([label]) => alikeKey(label) === key)?.[1];
  return (
    labelled ?? suggest(text, Object.keys(values)) ?? labels.get(suggest(text, [...labels.keys()]) ?? "")
  );
}

function checkRanges(
  facts: Map<string, ConditionValue>,
  declarations: Declarations,
  place: Place,
  problems: ProblemList,
): void {
  for (const [name, { minimum, maximum, label }] of Object.entries(declarations)) {
    const value = facts.get(name);
    if (typeof value !== "number") continue;
    const most = isFactReference(maximum) ? facts.get(maximum.fact) : maximum;
    const at = (): string => pointer(...place.at, name);
    if (minimum !== undefined && value < minimum) {
      problems.push(
        problem({
          code: "out-of-range",
          at: at(),
          en: `\`${name}\` (${label.en}) is ${value}, less than ${minimum}`,
          zh: `\`${name}\`（${label.zh}）为${value}，小于${minimum}`,
        }),
      );
    }
    if (typeof most === "number" && value > most) {
      const than = isFactReference(maximum)
        ? { en: ` (\`${maximum.fact}\`)`, zh: `（\`${maximum.fact}\`）` }
        : { en: "", zh: "" };
      problems.push(
        problem({
          code: "out-of-range",
          at: at(),
          en: `\`${name}\` (${label.en}) is ${value}, more than ${most}${than.en}`,
          zh: `\`${name}\`（${label.zh}）为${value}，大于${most}${than.zh}`,
        }),
      );
    }
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= 2_000 && value.isWellFormed();
}

/** The value stands as JSON, so that a number written as text is seen to be one. */
function wrong(value: unknown, wanted: LocalizedText): Read {
  const json = quote(JSON.stringify(value) ?? String(value));
  const inQuotes = typeof value === "string" && /^(-?\d+(\.\d+)?|true|false)$/.test(value);
  return {
    code: "wrong-type",
    en: `${json} is not ${wanted.en}`,
    zh: `${json}不是${wanted.zh}`,
    help: inQuotes ? { en: "leave out the quotation marks", zh: "请去掉引号" } : undefined,
  };
}

function outside(value: unknown, wanted: LocalizedText): Read {
  return {
    code: "out-of-range",
    en: `${show(value)} is not ${wanted.en}`,
    zh: `${show(value)}应${wanted.zh}`,
  };
}

function notADate(value: unknown, help: LocalizedText): Read {
  const asDay = typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value);
  const otherForm: Read = {
    code: "not-a-date",
    en: `${show(value)} is not written as a date or time here is`,
    zh: `${show(value)}的写法不符合此处日期或时刻的格式`,
    help,
  };
  if (!asDay || parseDay(value.slice(0, 10)) !== undefined) return otherForm;
  return {
    code: "not-a-date",
    en: `${show(value)} is not a date or time that exists`,
    zh: `${show(value)}不是真实存在的日期或时刻`,
    help,
  };
}

function unlisted(
  value: string,
  values: Readonly<Record<string, LocalizedText>>,
  suggestion: string | undefined,
): Read {
  const listed = Object.keys(values).map((one) => `\`${one}\``);
  return {
    code: "unknown-value",
    en: `${show(value)} is not among the values of this fact`,
    zh: `${show(value)}不在该事实的取值之列`,
    help: didYouMean(suggestion) ?? {
      en: `one of ${listed.join(", ")}`,
      zh: `可用：${alternatives(listed).zh}`,
    },
  };
}
