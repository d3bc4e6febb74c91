import { type Fields, type SentProblem, openFields } from "@evenhand/service";
import type { ApiContext } from "../http/env.ts";
import { Refused } from "../http/problem.ts";
import { readJson } from "../http/read-json.ts";

/** Far longer than any secret that people type. */
const LONGEST_SECRET = 1_000;

/**
 * The texts of a small body, which has these fields and no other. What was sent is never quoted, since it may be a
 * password.
 *
 * @throws Refused with everything that is wrong
 */
export async function readTexts<Required extends string, Optional extends string = never>(
  c: ApiContext,
  {
    required = [],
    optional = [],
  }: { readonly required?: readonly Required[]; readonly optional?: readonly Optional[] },
): Promise<Readonly<Record<Required, string> & Partial<Record<Optional, string>>>> {
  const problems: SentProblem[] = [];
  const fields = openFields(await readJson(c), { required, optional, problems });
  const texts = fields ? textsOf(fields, [...required, ...optional]) : {};
  if (problems.length > 0) throw new Refused(problems);
  return texts as Readonly<Record<Required, string> & Partial<Record<Optional, string>>>;
}

function textsOf({ values, problems }: Fields, names: readonly string[]): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const name of names) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) continue;
    if (isText(value)) texts[name] = value;
    else problems.push(noText(name));
  }
  return texts;
}

function isText(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value !== "" &&
    value.length <= LONGEST_SECRET &&
    value.isWellFormed() &&
    !value.includes("\u0000")
  );
}

function noText(name: string): SentProblem {
  return {
    code: "wrong-shape",
    at: `/${name}`,
    message: {
      en: `\`${name}\` is not a text of 1 to ${LONGEST_SECRET} characters`,
      zh: `\`${name}\`应为1至${LONGEST_SECRET}个字符的文本`,
    },
  };
}
