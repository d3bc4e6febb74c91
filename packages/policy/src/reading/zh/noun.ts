import { type Vocabulary, labelOf } from "../vocabulary.ts";

/** @example quoted("品质缺陷") // "“品质缺陷”" */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** @example orList(["个人", "班组", "部门"]) // "个人、班组或部门" */
export function orList(members: readonly string[]): string {
  if (members.length <= 1) return members.join("");
  return `${members.slice(0, -1).join("、")}或${members.at(-1) ?? ""}`;
}

/**
 * The one or ones for whom a statement holds, as a noun.
 *
 * @example whoeverIs("该方负责培训") // "负责培训的一方"
 */
export function whoeverIs(statement: string): string {
  const predicate = statement.replace(/^(?:该方|当事方|本方|其)/, "").replace(/^(?:系|是|为)/, "");
  return /(?:方|人|者|部门)$/.test(predicate) ? predicate : `${predicate}的一方`;
}

/**
 * What happened on a day or at a time, as it stands before “当日” and “次日”.
 *
 * @example occasionOf("receivedAt", vocabulary) // "接到投诉" of “接到投诉的时间”
 */
export function occasionOf(fact: string, vocabulary: Vocabulary): string {
  return labelOf(fact, vocabulary).replace(/的?(?:时间|时刻|日期|日)$/, "");
}
