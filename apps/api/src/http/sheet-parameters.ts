import { parseJson } from "@evenhand/domain";
import type { ColumnMap } from "@evenhand/sheets";
import type { ParameterReader } from "./parameters.ts";
import { Refused } from "./problem.ts";

const MAP_LIMITS = { maxBytes: 32 * 1024, maxDepth: 2, maxNodes: 500 } as const;

/** Which column holds what: a JSON object of headers and names, `{"损失":"case.lossAmount","备注":"-"}`. */
export const COLUMN_MAP: ParameterReader<ColumnMap> = {
  read: (text) => {
    const parsed = parseJson(text, MAP_LIMITS);
    if ("problems" in parsed) return undefined;
    const { value } = parsed;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value as Readonly<Record<string, unknown>>);
    return entries.every(([header, name]) => header !== "" && typeof name === "string" && name !== "")
      ? (Object.fromEntries(entries) as ColumnMap)
      : undefined;
  },
  wanted: {
    en: 'a JSON object of headers and what they hold, such as `{"损失":"lossAmount","备注":"-"}`',
    zh: '由列名及其对应事实组成的JSON对象，如`{"损失":"lossAmount","备注":"-"}`',
  },
};

/**
 * Parameters that a route cannot do without.
 *
 * @throws Refused as `invalid-parameter`, naming each that is missing
 */
export function required<
  Values extends Readonly<Record<string, unknown>>,
  Name extends keyof Values & string,
>(
  values: Values,
  ...names: readonly Name[]
): Values & { readonly [Key in Name]-?: Exclude<Values[Key], undefined> } {
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length > 0)
    throw new Refused(
      missing.map((name) => ({
        code: "invalid-parameter",
        at: `/${name}`,
        message: { en: `the parameter \`${name}\` is missing`, zh: `缺少参数\`${name}\`` },
      })),
    );
  return values as Values & { readonly [Key in Name]-?: Exclude<Values[Key], undefined> };
}
