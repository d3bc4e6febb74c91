import { type FactType, foldWidth, quote } from "@evenhand/domain";
import type { Complaint } from "../problem.ts";

/** What the brackets in a header say of the numbers below it. */
export type HeaderUnit = {
  /** As it stands in the header. */
  readonly text: string;
  /** The power of ten by which an amount without a unit of its own is multiplied: 4 for 万元. */
  readonly tens: number;
  /** Whether the column is said to hold percentages. */
  readonly percent: boolean;
};

/** What each currency is called beside a number, besides its code. */
const CURRENCY_WORDS: Readonly<Record<string, readonly string[]>> = {
  CNY: ["¥", "元", "圆", "块", "块钱", "rmb", "人民币", "人民币元", "yuan"],
  HKD: ["hk$", "港元", "港币"],
  TWD: ["nt$", "新台币", "元"],
  JPY: ["¥", "円", "日元", "yen"],
  KRW: ["₩", "韩元", "won"],
  SGD: ["s$", "新加坡元"],
  INR: ["₹", "卢比", "rupees"],
  USD: ["$", "us$", "美元", "dollars"],
  EUR: ["€", "欧元", "euro", "euros"],
};

const MULTIPLES: readonly (readonly [word: string, tens: number])[] = [
  ["百万", 6],
  ["千万", 7],
  ["千", 3],
  ["万", 4],
  ["亿", 8],
];

/** Something in brackets that speaks of money or of multiples, whether or not it is understood. */
const LIKE_A_UNIT = /[元圆块角分币円¥$€£₩₹百千万亿]|\b(?:k|thousand|million|bn|dollars?|euros?|pounds?)\b/;
const CURRENCY_CODES: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf("currency").map((code) => code.toLowerCase()),
);

/** The power of ten that a unit beside an amount stands for: 0 for `元` or nothing, 4 for `万元`; `undefined` for others. */
export function tensOfUnit(unit: string, currency: string): number | undefined {
  const word = foldWidth(unit)
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/[整正]$/, "");
  const [multiple, tens] = MULTIPLES.find(([one]) => word.startsWith(one)) ?? ["", 0];
  return isCurrency(word.slice(multiple.length), currency) ? tens : undefined;
}

/** Whether a word is the currency's own, or nothing at all. */
export function isCurrency(word: string, currency: string): boolean {
  return word === "" || word === currency.toLowerCase() || (CURRENCY_WORDS[currency] ?? []).includes(word);
}

/**
 * The unit that a header gives in brackets, `undefined` where what stands there is no unit (`含税`). One that bears on
 * the numbers but is not understood is refused: to pass over it could be wrong by a factor of ten thousand.
 */
export function headerUnit(
  remarks: readonly string[],
  type: FactType | undefined,
  currency: string,
): { readonly unit: HeaderUnit | undefined } | { readonly complaint: Complaint } {
  for (const text of remarks) {
    const word = foldWidth(text)
      .toLowerCase()
      .replace(/^(?:单位|unit)\s*[::]?\s*/, "");
    if (type === "money") {
      const tens = tensOfUnit(word, currency);
      if (tens !== undefined) return { unit: { text, tens, percent: false } };
      if (LIKE_A_UNIT.test(word) || CURRENCY_CODES.has(word)) return { complaint: unclear(text, currency) };
    }
    if (type === "rate" && /[%‰]|percent|百分/.test(word)) return { unit: { text, tens: 0, percent: true } };
    if ((type === "integer" || type === "decimal") && /[十百千万亿]|\b(?:k|thousand|million)\b/.test(word)) {
      return { complaint: unclear(text, currency) };
    }
  }
  return { unit: undefined };
}

function unclear(text: string, currency: string): Complaint {
  return {
    code: "unknown-value",
    en: `the unit ${quote(text)} in the header is not understood`,
    zh: `无法识别列名中的单位${quote(text)}`,
    help: {
      en: `give amounts in units of ${currency}, and name the column without a unit or with one of \`元\`, \`千元\`, \`万元\``,
      zh: `请以${currency}为单位填写，列名不写单位，或写\`元\`、\`千元\`、\`万元\``,
    },
  };
}
