import { type Case, type LocalizedText, type Problem, type RefusalCode, pointer } from "@evenhand/domain";
import { tokensIn } from "@evenhand/evidence";

type Place = readonly (string | number)[];

/**
 * Texts of a case that cannot be kept: with a NUL in them, which PostgreSQL does not hold, and such as would be opened on
 * the way out like a pseudonym or a commitment of ours. Pointers are those of a request.
 */
export function unstorable(given: Case): readonly Problem<RefusalCode>[] {
  const problems: Problem<RefusalCode>[] = [];
  look(given, ["case"], problems);
  return problems;
}

function look(value: unknown, at: Place, problems: Problem<RefusalCode>[]): void {
  if (typeof value === "string") {
    if (value.includes("\0")) problems.push(unfit(at, HAS_NUL));
    if (tokensIn(value).length > 0) problems.push(unfit(at, HAS_TOKEN));
  } else if (Array.isArray(value)) {
    value.forEach((one: unknown, index) => look(one, [...at, index], problems));
  } else if (typeof value === "object" && value !== null) {
    for (const [name, one] of Object.entries(value)) look(one, [...at, name], problems);
  }
}

type Words = { readonly message: LocalizedText; readonly help: LocalizedText };

function unfit(at: Place, words: Words): Problem<RefusalCode> {
  return { code: "wrong-shape", at: pointer(...at), ...words };
}

const HAS_NUL: Words = {
  message: { en: "the text holds a NUL, which no text has", zh: "文本中含有空字符（NUL）" },
  help: { en: "write it again without it", zh: "请去掉后重新填写" },
};

const HAS_TOKEN: Words = {
  message: {
    en: "the text looks like a code that the service itself puts in the place of a name or a text (`person-…`, `text-…`)",
    zh: "文本中含有本服务内部使用的代码（形如`person-…`、`text-…`），不能作为案件内容保存",
  },
  help: { en: "name people by their staff numbers, and write texts out", zh: "请改填员工的工号或文本原文" },
};
