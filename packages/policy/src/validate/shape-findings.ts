import { type LocalizedText, OPERATORS, quote } from "@evenhand/domain";
import type { core } from "zod";
import type { TextForm } from "../schema/text.ts";
import { within } from "./fields.ts";
import type { Finding, Meant, Report } from "./report.ts";
import { type PlacedIssue, knownFieldsOf } from "./shape-issues.ts";
import { FORMS, grouped, isNot, kindsOf, namesOf, oneOf, shown, unquoted } from "./shape-words.ts";
import type { UnionFault } from "./union-fault.ts";

/**
 * What is said, in our words, about one thing that zod found wrong.
 *
 * @example
 * findingsOf({ issue, path: ["rules", 0, "stage"], value: "intak", isAbsent: false }, report)
 * // [{ code: "unknown-value", at: "/rules/0/stage", help: { en: "did you mean `intake`?", … }, … }]
 */
export function findingsOf(placed: PlacedIssue, report: Report): readonly Finding[] {
  const { issue } = placed;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(key, placed, report));
  if (issue.code === "invalid_key") return issue.issues.map((nested) => wrongName(nested, placed));
  if (placed.isAbsent) return [missingField(placed)];
  const finding = findingOf(placed, report);
  return finding ? [{ at: within("", ...placed.path), ...finding }] : [];
}

type Complaint = Omit<Finding, "at">;

function findingOf({ issue, value, fault }: PlacedIssue, report: Report): Complaint | undefined {
  switch (issue.code) {
    case "invalid_type":
      // What is not finite was reported when the document was taken in.
      return typeof value === "number" && !Number.isFinite(value)
        ? undefined
        : wrongKind(value, [issue.expected]);
    case "invalid_value":
      return unknownValue(value, issue.values.map(String), report);
    case "invalid_union":
      return fault ? unfitting(value, fault, report) : unknownValue(value, optionsOf(issue), report);
    case "invalid_format":
      return wrongForm(value, issue.message);
    case "too_big":
      return tooBig(value, issue);
    case "too_small":
      return tooSmall(value, issue);
    default:
      return {
        code: "wrong-shape",
        message: { en: `${shown(value)} cannot stand here`, zh: `此处不能是${shown(value)}` },
      };
  }
}

function unknownField(key: string, { issue, path, value }: PlacedIssue, report: Report): Finding {
  const known = knownFieldsOf(issue);
  const free = known.filter((name) => !Object.hasOwn(value as object, name));
  const help =
    known.includes("operator") && REACHING.has(key) ? NO_REACHING : report.didYouMean(key, free)?.help;
  return {
    code: "unknown-field",
    at: within("", ...path, key),
    message: { en: `${quote(key)} is not a field here`, zh: `此处没有字段${quote(key)}` },
    ...(help && { help }),
  };
}

/** Fields by which json-rules-engine reaches into a fact, and which could run code there. */
const REACHING: ReadonlySet<string> = new Set(["path", "params"]);
const NO_REACHING = {
  en: "a condition reads a fact by its name only; what it needs beyond that is declared as a fact of its own",
  zh: "条件只能按名称读取事实；另需的内容请单独声明为事实",
};

function missingField({ path }: PlacedIssue): Finding {
  const field = String(path.at(-1) ?? "");
  const name = quote(field);
  const help = Object.hasOwn(WANTED, field) ? WANTED[field] : undefined;
  return {
    code: "missing-field",
    at: within("", ...path),
    message: { en: `${name} is missing`, zh: `缺少${name}` },
    ...(help && { help }),
  };
}

/** What people forget most, and what is wanted there. */
const WANTED: Readonly<Record<string, LocalizedText>> = {
  zh: { en: "add the Chinese text", zh: "请补中文" },
  en: { en: "add the English text", zh: "请补英文" },
  references: {
    en: 'name the article it comes from, as `[{ "article": "21(2)" }]`',
    zh: '请写明所依据的条文，如`[{ "article": "21(2)" }]`',
  },
};

function wrongName(nested: core.$ZodIssue, { path }: PlacedIssue): Finding {
  const name = path.at(-1);
  const complaint =
    nested.code === "too_big"
      ? tooBig(name, nested)
      : wrongForm(name, nested.code === "invalid_format" ? nested.message : "identifier");
  return { at: within("", ...path), ...complaint };
}

function wrongKind(value: unknown, expected: readonly string[]): Complaint {
  const help = expected.flatMap((kind) => meantAs(value, kind) ?? []).at(0);
  return { code: "wrong-shape", message: isNot(value, kindsOf(expected)), ...(help && { help }) };
}

/** How what stands there is made into the kind that is wanted, where only quotation marks are wrong. */
function meantAs(value: unknown, kind: string): LocalizedText | undefined {
  if (kind === "number" || kind === "int") return unquoted(value, "number");
  if (kind === "boolean") return unquoted(value, "boolean") ?? TRUE_OR_FALSE;
  return kind === "string" && (typeof value === "number" || typeof value === "boolean")
    ? IN_QUOTES
    : undefined;
}

const TRUE_OR_FALSE = { en: "write `true` or `false`", zh: "请写作`true`（是）或`false`（否）" };
const IN_QUOTES = { en: "put it in quotation marks", zh: "请加上引号" };

function unknownValue(value: unknown, known: readonly string[], report: Report): Complaint {
  const help = oneOf(known);
  return {
    code: "unknown-value",
    message: {
      en: `${shown(value)} is not one of the values that may stand here`,
      zh: `${shown(value)}不在可用取值之列`,
    },
    ...((typeof value === "string" ? meantBy(value, known, report) : undefined) ?? (help && { help })),
  };
}

/** An operator with one of json-rules-engine's decorators before it is explained rather than guessed at. */
function meantBy(value: string, known: readonly string[], report: Report): Meant | undefined {
  const decorated = value.split(":").at(-1) ?? "";
  if (known.includes(OPERATORS[0]) && value.includes(":") && known.includes(decorated)) {
    return {
      meant: decorated,
      help: {
        en: `operators have no prefix here; use \`${decorated}\``,
        zh: `比较方式不能带前缀，请用\`${decorated}\``,
      },
    };
  }
  return report.didYouMean(value, known);
}

function optionsOf(issue: core.$ZodIssueInvalidUnion): readonly string[] {
  return "options" in issue && issue.options ? issue.options.map(String) : [];
}

function unfitting(value: unknown, fault: UnionFault, report: Report): Complaint | undefined {
  if (fault.kind === "nearest") return undefined;
  if (fault.kind === "wrong-kind") return wrongKind(value, fault.expected);
  const names = namesOf(fault.tellingFields);
  const stated = Object.keys(value as object);
  const isBareComparison = stated.includes("operator") && fault.tellingFields.includes("all");
  const help = isBareComparison
    ? { en: "put the comparison into a list under `all`", zh: "请将该比较放入`all`的列表中" }
    : stated.map((name) => report.didYouMean(name, fault.allFields)?.help).find((help) => help !== undefined);
  return {
    code: "wrong-shape",
    message: {
      en: `this has none of the fields that may stand here: ${names.en}`,
      zh: `此处应有以下字段之一：${names.zh}`,
    },
    ...(help && { help }),
  };
}

function wrongForm(value: unknown, form: string): Complaint {
  const { is, help } = FORMS[form as TextForm];
  return {
    code: form === "day" ? "not-a-date" : "wrong-shape",
    message: { en: `${shown(value)} is not ${is.en}`, zh: `${shown(value)}不是${is.zh}` },
    help,
  };
}

function tooBig(value: unknown, { origin, maximum }: core.$ZodIssueTooBig): Complaint {
  if (origin === "array") {
    return {
      code: "too-many",
      message: {
        en: `there are more than ${grouped(maximum)} of these`,
        zh: `此处不得超过${grouped(maximum)}项`,
      },
    };
  }
  if (origin !== "string")
    return outOfRange(value, { en: `at most ${grouped(maximum)}`, zh: `不得大于${grouped(maximum)}` });
  return {
    code: "too-long",
    message: {
      en: `the text is longer than ${grouped(maximum)} characters`,
      zh: `文字超过${grouped(maximum)}个字符`,
    },
  };
}

function tooSmall(value: unknown, { origin, minimum }: core.$ZodIssueTooSmall): Complaint {
  if (origin === "number" || origin === "int")
    return outOfRange(value, { en: `at least ${grouped(minimum)}`, zh: `不得小于${grouped(minimum)}` });
  return origin === "string"
    ? { code: "wrong-shape", message: { en: "the text is empty", zh: "文字为空" } }
    : { code: "wrong-shape", message: { en: "the list is empty", zh: "列表为空" }, help: EMPTY_LIST };
}

const EMPTY_LIST = {
  en: "an empty list would ask for nothing; state at least one item or leave the whole out",
  zh: "空列表不表示任何要求；请至少填写一项，或将其整体删去",
};

function outOfRange(value: unknown, bound: LocalizedText): Complaint {
  return {
    code: "out-of-range",
    message: {
      en: `${shown(value)} is out of range: ${bound.en}`,
      zh: `${shown(value)}超出范围：${bound.zh}`,
    },
  };
}
