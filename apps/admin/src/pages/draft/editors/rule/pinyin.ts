/** The first character of each initial in the order of the pinyin collation; none begins with i, u or v. */
const FIRSTS = [
  ["a", "吖"],
  ["b", "八"],
  ["c", "嚓"],
  ["d", "咑"],
  ["e", "妸"],
  ["f", "发"],
  ["g", "旮"],
  ["h", "哈"],
  ["j", "丌"],
  ["k", "咔"],
  ["l", "垃"],
  ["m", "妈"],
  ["n", "拏"],
  ["o", "噢"],
  ["p", "妑"],
  ["q", "七"],
  ["r", "呥"],
  ["s", "仨"],
  ["t", "他"],
  ["w", "屲"],
  ["x", "夕"],
  ["y", "丫"],
  ["z", "帀"],
] as const;

const byPinyin = new Intl.Collator("zh-u-co-pinyin");

/**
 * The pinyin initials of a Chinese text, everything else as it is, in small letters. Told by where a character stands in
 * the pinyin order that every browser has; of a character with several readings it is the one that this order goes by.
 *
 * @example pinyinInitials("损失金额") // "ssje"
 */
export function pinyinInitials(text: string): string {
  return text.replaceAll(/\p{Script=Han}/gu, initialOf).toLowerCase();
}

function initialOf(character: string): string {
  const after = FIRSTS.findLast(([, first]) => byPinyin.compare(first, character) <= 0);
  return after?.[0] ?? character;
}
