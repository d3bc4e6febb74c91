import { quote } from "@evenhand/domain";
import { type SheetProblem, sheetProblem } from "../problem.ts";

/** Which column holds what, by its header: `{ "损失金额": "case.lossAmount", "备注": "-" }`; `-` leaves a column out. */
export type ColumnMap = Readonly<Record<string, string>>;

/** The target that leaves a column out. */
export const LEFT_OUT = "-";

/**
 * The map of texts such as `损失金额=lossAmount`, as they stand after `--map`. The last `=` divides, since a header may
 * have one and a name has not.
 *
 * `readColumnMap(["工号=party.id"])` is `{ map: { 工号: "party.id" } }`.
 */
export function readColumnMap(
  texts: readonly string[],
): { readonly map: ColumnMap } | { readonly problems: readonly SheetProblem[] } {
  const entries = new Map<string, string>();
  const problems: SheetProblem[] = [];
  for (const text of texts) {
    const at = text.lastIndexOf("=");
    const [header, target] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
    if (header === "" || target === "") problems.push(notAPair(text));
    else if (entries.has(header)) problems.push(mappedTwice(header));
    else entries.set(header, target);
  }
  return problems.length > 0 ? { problems } : { map: Object.fromEntries(entries) };
}

function notAPair(text: string): SheetProblem {
  return sheetProblem({
    code: "wrong-shape",
    en: `${quote(text)} does not say which column holds what`,
    zh: `${quote(text)}没有说明哪一列对应什么`,
    help: {
      en: "write the header, `=`, and the name of the fact, as `损失金额=lossAmount`",
      zh: "请写成“列名=事实名称”，如`损失金额=lossAmount`",
    },
  });
}

function mappedTwice(header: string): SheetProblem {
  return sheetProblem(
    {
      code: "conflicting-facts",
      en: `the column ${quote(header)} is mapped twice`,
      zh: `列${quote(header)}指定了两次`,
    },
    { column: header },
  );
}
