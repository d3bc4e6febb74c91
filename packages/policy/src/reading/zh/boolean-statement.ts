import { type Vocabulary, labelOf } from "../vocabulary.ts";

/**
 * A yes-or-no fact as a Chinese statement: in the fact's own words where it has them, else its label, else its label
 * denied, which is safe for any label as "no such circumstance exists".
 *
 * @example booleanStatement("customerCaused", false, vocabulary) // "不存在问题由客户自身造成的情形"
 */
export function booleanStatement(fact: string, holds: boolean, vocabulary: Vocabulary): string {
  const said = vocabulary.catalogue.get(fact)?.declaration?.says?.[`${holds}`].zh;
  if (said !== undefined) return said;
  const label = labelOf(fact, vocabulary).replace(/^是否/, "");
  return holds ? label : denied(label);
}

/** “已提出异议” is denied by “未”; a statement about all of several things is not. */
function denied(statement: string): string {
  const [, subject = "", rest] = /^(该方|当事方|本方)?已(?!经)(.*)$/.exec(statement) ?? [];
  if (rest !== undefined && !/[均都全]/.test(statement)) return `${subject}未${rest}`;
  return `不存在${statement.replace(/的$/, "")}的情形`;
}
