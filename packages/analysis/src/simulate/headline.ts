import { type LocalizedText, amountText } from "@evenhand/domain";
import { figure, millionthsAsPercentage } from "@evenhand/policy";
import type { SimulationAsk } from "./past-case.ts";
import type { SimulationResult } from "./simulation-result.ts";

/** With fewer cases than this single ones weigh heavily in every figure. */
export const FEW_CASES = 30;

type Said = Pick<SimulationResult, "counts" | "amounts" | "currency">;

/**
 * The finding in one or two sentences. Where there is none, why not: no cases, none that both could decide, the same
 * document, no outcome that differs.
 *
 * @example headlineOf(ask, result).en
 * // "Draft 7 would change 412 of 9,870 decisions (4.2%): 131 higher, 281 lower; net −61,300.00. 38 would need a higher approver."
 */
export function headlineOf(ask: SimulationAsk, said: Said): LocalizedText {
  const name = nameOf(ask);
  const { counts } = said;
  if (counts.taken === 0)
    return {
      en: `There are no past cases to try ${name.en} on, so nothing can be said about it.`,
      zh: `没有可供模拟的以往案件，无法说明${name.zh}的影响。`,
    };
  if (counts.evaluated === 0)
    return {
      en: `None of ${count(counts.taken)} past cases could be decided by both versions, so nothing can be said about ${name.en}; the reasons are listed.`,
      zh: `${count(counts.taken)}件以往案件均无法由两个版本同时核算，无法说明${name.zh}的影响；原因另列。`,
    };
  if (counts.changed === 0) return unchanged(ask, said);
  return changed(name, said);
}

function unchanged(ask: SimulationAsk, { counts }: Said): LocalizedText {
  const name = nameOf(ask);
  const [few, { version }] = [count(counts.evaluated), ask.baseline.version.policy];
  if (ask.baseline.version.hash === ask.candidate.version.hash)
    return {
      en: `${capital(name.en)} is the same document as version ${version}, so that none of ${few} decisions changes.`,
      zh: `${name.zh}与第${version}版是同一份文件，${few}件决定均无变化。`,
    };
  return {
    en: `${capital(name.en)} would change none of ${few} decisions: every outcome stays the same.`,
    zh: `${name.zh}不会改变${few}件决定中的任何一件，处理结果全部相同。`,
  };
}

function changed(name: LocalizedText, { counts, amounts, currency }: Said): LocalizedText {
  const { higher, lower, higherApproval } = counts;
  const [few, all] = [count(counts.changed), count(counts.evaluated)];
  const part = partOf(counts.changed, counts.evaluated);
  const net = signed(amounts.netMinor, currency);
  const sameAmount = counts.changed - higher - lower;
  const same: LocalizedText =
    sameAmount === 0
      ? { en: "", zh: "" }
      : { en: `, ${count(sameAmount)} at the same amount`, zh: `，${count(sameAmount)}件金额不变` };
  const inAmount: LocalizedText =
    higher + lower === 0
      ? { en: "none of them in amount", zh: "金额均不变" }
      : {
          en: `${count(higher)} higher, ${count(lower)} lower${same.en}; net ${net.en}`,
          zh: `${count(higher)}件增加，${count(lower)}件减少${same.zh}；合计${net.zh}`,
        };
  const approval: LocalizedText =
    higherApproval === 0
      ? { en: "", zh: "" }
      : {
          en: ` ${count(higherApproval)} would need a higher approver.`,
          zh: `${count(higherApproval)}件须由更高层级审批。`,
        };
  return {
    en: `${capital(name.en)} would change ${few} of ${all} decisions (${part}): ${inAmount.en}.${approval.en}`,
    zh: `${name.zh}将改变${all}件决定中的${few}件（${part}）：${inAmount.zh}。${approval.zh}`,
  };
}

/** What to bear in mind with the figures. */
export function limitsOf(
  { counts }: Pick<SimulationResult, "counts">,
  asksRecord: boolean,
): readonly LocalizedText[] {
  if (counts.evaluated === 0) return [];
  const limits: LocalizedText[] = [];
  if (counts.skipped > 0)
    limits.push({
      en: `${count(counts.skipped)} of ${count(counts.taken)} past cases are in no figure, since one of the versions could not decide them; the reasons are listed.`,
      zh: `${count(counts.taken)}件以往案件中有${count(counts.skipped)}件因某一版本无法核算而未计入任何数据，原因另列。`,
    });
  if (counts.evaluated < FEW_CASES)
    limits.push({
      en: `With ${count(counts.evaluated)} cases, single ones weigh heavily in every figure.`,
      zh: `仅有${count(counts.evaluated)}件案件，个别案件对数据影响较大。`,
    });
  if (counts.by["earlier-month"] > 0)
    limits.push({
      en: `${count(counts.by["earlier-month"])} of ${count(counts.changed)} changes come of an earlier case of the same person only: taken by itself, the case would come out as before.`,
      zh: `${count(counts.changed)}件变化中，有${count(counts.by["earlier-month"])}件仅因同一人员此前案件的变化而起；单就该案而言，结果不变。`,
    });
  limits.push({
    en: "Each case is decided as it was recorded, upon what these cases alone have planned before it, with the bonus that it states; other policies, payroll's real bonuses, departures, appeals and waivers are left out.",
    zh: "各案按当时记录的内容核算，只计入本次所取案件此前的扣减安排，奖金以案件填报为准；其他制度、实发奖金、偏离建议的决定、申诉与减免均不计入。",
  });
  if (asksRecord)
    limits.push({
      en: "What was on record before the first of these cases counts as nothing.",
      zh: "所取第一件案件之前的既往记录一律不计。",
    });
  return limits;
}

function nameOf({ candidate, candidateName }: SimulationAsk): LocalizedText {
  const { version } = candidate.version.policy;
  return candidateName ?? { en: `version ${version}`, zh: `第${version}版` };
}

/** @example capital("draft 7") // "Draft 7" */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function count(number: number): string {
  return figure(number, "integer", { language: "en", currency: "CNY" });
}

/** To a tenth of a percent; never rounded to none or to all. */
function partOf(some: number, all: number): string {
  const permille = Math.round((some / all) * 1_000);
  if (permille === 0) return "<0.1%";
  if (permille === 1_000 && some < all) return ">99.9%";
  return millionthsAsPercentage(permille * 1_000);
}

/** A difference with its sign; none is no sign at all. */
function signed(amountMinor: number, currency: string): LocalizedText {
  const { en, zh } = amountText(Math.abs(amountMinor), currency);
  if (amountMinor === 0) return { en, zh };
  const sign = amountMinor > 0 ? "+" : "−";
  return { en: sign + en, zh: sign + zh };
}
