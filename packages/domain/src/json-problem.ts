import type { Problem, RefusalCode } from "./problem.ts";
import { quote } from "./quote.ts";
import type { LocalizedText } from "./text.ts";

/** What can be wrong with a JSON text, in order of precedence. */
export const JSON_PROBLEM_CODES = [
  "too-large",
  "too-deep",
  "too-many-nodes",
  "not-json",
  "duplicate-key",
  "dangerous-key",
  "inexact-number",
] as const satisfies readonly RefusalCode[];

export type JsonProblemCode = (typeof JSON_PROBLEM_CODES)[number];
export type JsonProblem = Problem<JsonProblemCode>;

/** A problem without its place, which the reader knows. */
export type JsonComplaint = Omit<JsonProblem, "at">;

export function tooManyBytes(most: number): JsonComplaint {
  const limit = grouped(most);
  return {
    code: "too-large",
    message: { en: `the text is larger than ${limit} bytes`, zh: `文本超过${limit}字节` },
  };
}

export function tooLongString(most: number): JsonComplaint {
  const limit = grouped(most);
  return {
    code: "too-large",
    message: {
      en: `a text in quotes is longer than ${limit} characters`,
      zh: `引号中的文字超过${limit}个字符`,
    },
  };
}

export function tooDeep(most: number): JsonComplaint {
  return {
    code: "too-deep",
    message: { en: `the document is nested more than ${most} levels deep`, zh: `文档嵌套超过${most}层` },
  };
}

export function tooManyNodes(most: number): JsonComplaint {
  const limit = grouped(most);
  return {
    code: "too-many-nodes",
    message: { en: `the document holds more than ${limit} values`, zh: `文档中的值超过${limit}个` },
  };
}

/** What stands at `at` is not what JSON has there. The place is given by line and column, as editors count them. */
export function notJson(text: string, at: number, expected: LocalizedText): JsonComplaint {
  const { line, column } = placeOf(text, at);
  const character = text.codePointAt(at);
  const found = character === undefined ? TEXT_ENDS : foundInstead(String.fromCodePoint(character));
  return {
    code: "not-json",
    message: {
      en: `line ${line}, column ${column} is not JSON: expected ${expected.en}, but ${found.en}`,
      zh: `第${line}行第${column}列不是有效的JSON：此处应为${expected.zh}，${found.zh}`,
    },
    ...(character === BYTE_ORDER_MARK && {
      help: { en: "save it without a byte order mark", zh: "请保存为不带BOM的文件" },
    }),
  };
}

const BYTE_ORDER_MARK = 0xfeff;
const TEXT_ENDS: LocalizedText = { en: "the text ends there", zh: "但文本到此结束" };

function foundInstead(character: string): LocalizedText {
  return { en: `found ${quote(character)}`, zh: `实际是${quote(character)}` };
}

export function duplicateKey(key: string): JsonComplaint {
  return {
    code: "duplicate-key",
    message: {
      en: `the name ${quote(key)} stands twice in one object`,
      zh: `同一对象中名称${quote(key)}重复出现`,
    },
  };
}

export function dangerousKey(key: string): JsonComplaint {
  return {
    code: "dangerous-key",
    message: { en: `${quote(key)} may not be used as a name`, zh: `不得以${quote(key)}作为名称` },
  };
}

export function inexactNumber(text: string): JsonComplaint {
  const kept = Number(text);
  return {
    code: "inexact-number",
    message: { en: `${quote(text)} cannot be kept exactly`, zh: `${quote(text)}无法精确保存` },
    ...(Number.isFinite(kept) && {
      help: { en: `the nearest number that can is \`${kept}\``, zh: `最接近的可精确保存的数是\`${kept}\`` },
    }),
  };
}

/** Lines end with LF, CR LF or CR; columns count UTF-16 units from 1. */
function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < at; index += 1) {
    const isBreak = text[index] === "\n" || (text[index] === "\r" && text[index + 1] !== "\n");
    if (!isBreak) continue;
    line += 1;
    lineStart = index + 1;
  }
  return { line, column: at - lineStart + 1 };
}

function grouped(value: number): string {
  return value.toLocaleString("en");
}
