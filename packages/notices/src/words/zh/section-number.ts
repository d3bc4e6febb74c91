const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** @example sectionNumber(0) // "一、" */
export function sectionNumber(index: number): string {
  return `${NUMERALS[index] ?? String(index + 1)}、`;
}
