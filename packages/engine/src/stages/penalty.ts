import {
  type DeductParams,
  type EventOf,
  type Fraction,
  MAX_AMOUNT_MINOR,
  type Value,
  decimalFraction,
  formatMinor,
  fraction,
  multiplyFractions,
  pointer,
  roundHalfUp,
  wordLabel,
} from "@evenhand/domain";
import { namedKind } from "../facts/case-facts.ts";
import { CaseRefused, problem, quoteId } from "../problems.ts";
import {
  type Fired,
  type Run,
  type Steps,
  addComputed,
  askStage,
  giveWay,
  noteNoEffect,
  numberOf,
  textOf,
  warn,
} from "../run.ts";
import { compensate } from "./compensate.ts";
import { type Entry, payOf, totalOf } from "./entries.ts";
import { takeNotice } from "./notices.ts";

/** Fines, grades and deductions. Conversions by grade come last, since they need the grade that stands. */
export function* penalty(run: Run): Steps<void> {
  const fired = yield* askStage(run, "penalty");
  const counted = new Set<string>();
  for (const one of fired) learnPay(run, one);
  for (const one of fired) {
    const { event } = one.rule.rule;
    if (event.type === "compensate") compensate(run, event.params, one);
    else if (event.type === "measure" || event.type === "warn") takeNotice(run, one);
    else if (!(event.type === "deduct" && event.params.of === "grade")) penalise(run, one, counted);
  }
  for (const one of fired)
    if (one.rule.rule.event.type === "deduct" && one.rule.rule.event.params.of === "grade")
      penalise(run, one, counted);
  // A fine in place of others may be lower than they are, so single rules may take off; nobody is paid for a fault.
  for (const entry of run.entries.all) {
    if (entry.fineMinor >= 0) continue;
    entry.amounts.push(-entry.fineMinor);
    entry.fineMinor = 0;
  }
  for (const entry of run.entries.all) if (entry.amounts.length > 1) explainSum(run, entry);
}

function explainSum(run: Run, entry: Entry): void {
  const write = (minor: number): string => formatMinor(minor, run.loaded.version.policy.currency);
  const [first = 0, ...more] = entry.amounts;
  const sum = more.map((amount) => (amount < 0 ? ` − ${write(-amount)}` : ` + ${write(amount)}`)).join("");
  addComputed(run, {
    stage: "penalty",
    party: entry.id,
    label: { en: `what ${entry.id} is charged in all`, zh: `${entry.id}应扣合计` },
    arithmetic: [
      {
        label: { en: "sum", zh: "合计" },
        formula: `${write(first)}${sum} = ${write(totalOf(entry))}`,
        resultMinor: totalOf(entry),
      },
    ],
  });
}

function penalise(run: Run, fired: Fired, counted: Set<string>): void {
  const { event } = fired.rule.rule;
  const entry = targetOf(run, fired);
  if (!entry) return noteNoEffect(fired);
  switch (event.type) {
    case "fine":
      if (event.params.once && counted.has(fired.rule.id)) {
        giveWay(fired, {
          en: "charged once in a case, on the first it applies to",
          zh: "每案只罚一次，由首个适用者承担",
        });
        return;
      }
      if (addFine(run, entry, event.params, fired)) counted.add(fired.rule.id);
      return;
    case "grade":
      return addGrade(run, entry, event.params.grade, fired);
    case "deduct":
      return deduct(run, entry, event.params, fired);
    case "remind":
      entry.reminder = true;
      return;
    case "commend":
      entry.commendation = true;
      return;
    case "suspend":
      entry.suspended = true;
      return;
    default:
      throw new Error(`rule ${fired.rule.id}: a ${event.type} event does not belong to the penalty stage`);
  }
}

/** Whom a penalty falls on: the party, or somebody that the party's facts name. Nobody, where that fact is not stated. */
function targetOf(run: Run, fired: Fired): Entry | undefined {
  const { party } = fired;
  const { params } = fired.rule.rule.event;
  if (!party) return undefined;
  if (!("on" in params) || params.on === undefined) return run.entries.get(party.id);
  const id = textOf(run, params.on, fired.slots);
  return id === undefined
    ? undefined
    : run.entries.named(id, namedKind(run.loaded, params.on.fact, fired.slots));
}

/**
 * A department or team that names somebody may state their pay; what a person states is their own. It counts for every
 * rule on that person, whichever party names them first; two different figures are refused, or the amount would depend
 * on the order of the parties.
 */
function learnPay(run: Run, fired: Fired): void {
  const entry = targetOf(run, fired);
  if (!entry || !fired.party || fired.party.kind === "person" || entry.id === fired.party.id) return;
  if (!namesPerson(run, fired)) return;
  for (const [name, stated] of payOf(fired.party.facts)) {
    const known = entry.pay.get(name);
    if (known === undefined) entry.pay.set(name, stated);
    else if (known !== stated) throw new CaseRefused([statedTwice(entry, name, fired.party.index)]);
  }
}

/** A store or team has no pay of its own, so what stands beside its name is somebody else's. */
function namesPerson(run: Run, { rule: { rule }, slots }: Fired): boolean {
  const { params } = rule.event;
  return (
    "on" in params && params.on !== undefined && namedKind(run.loaded, params.on.fact, slots) === "person"
  );
}

function statedTwice(entry: Entry, fact: string, index: number): CaseRefused["problems"][number] {
  return problem({
    code: "conflicting-facts",
    at: pointer("case", "parties", index, "facts", fact),
    en: `\`${fact}\` of ${quoteId(entry.id)} is stated twice and differently`,
    zh: `${quoteId(entry.id)}的\`${fact}\`有两处填写且不一致`,
    help: { en: "state the same figure in both places", zh: "请将两处填写一致" },
  });
}

/** Whether anything was charged: not where a fact that the fine needs is unknown. */
function addFine(run: Run, entry: Entry, params: EventOf<"fine">["params"], fired: Fired): boolean {
  const amount = numberOf(run, params.amount, fired.slots);
  const times = params.times === undefined ? 1 : numberOf(run, params.times, fired.slots);
  const instead = params.insteadOf === undefined ? 0 : numberOf(run, params.insteadOf, fired.slots);
  if (amount === undefined || times === undefined || instead === undefined) {
    noteNoEffect(fired);
    return false;
  }
  if (times < 0) throw new CaseRefused([negativeTimes(times, fired)]);
  const fine = amount * times - instead;
  entry.fineMinor = within(entry.fineMinor + fine, fired);
  const write = (minor: number): string => formatMinor(minor, run.loaded.version.policy.currency);
  const repeated = params.times === undefined ? "" : ` × ${times}`;
  const replaced = instead === 0 ? "" : ` − ${write(instead)}`;
  addLine(run, entry, fired, { formula: `${write(amount)}${repeated}${replaced}`, amount: fine });
  return true;
}

function addGrade(run: Run, entry: Entry, grade: string, fired: Fired): void {
  const { grades, words } = run.loaded.version.policy;
  if (entry.grade !== null && grades.indexOf(entry.grade) >= grades.indexOf(grade)) {
    const stands = wordLabel(entry.grade, words);
    if (entry.grade !== grade)
      giveWay(fired, { en: `the graver grade stands: ${stands.en}`, zh: `只按较重的处分执行：${stands.zh}` });
    return;
  }
  markLighter(run, entry, grade);
  entry.grade = grade;
}

/** Rules heard earlier that gave a lighter grade give way to this one. */
function markLighter(run: Run, entry: Entry, grade: string): void {
  const stands = wordLabel(grade, run.loaded.version.policy.words);
  for (const step of run.explanation) {
    if (
      step.stage !== "penalty" ||
      step.fired !== true ||
      step.effect?.type !== "grade" ||
      step.stands === false
    )
      continue;
    if (step.effect.params["grade"] !== entry.grade || gradedId(step) !== entry.id) continue;
    step.stands = false;
    step.note = { en: `the graver grade stands: ${stands.en}`, zh: `只按较重的处分执行：${stands.zh}` };
  }
}

function gradedId(step: Run["explanation"][number]): unknown {
  return step.effect?.params["on"] ?? step.party;
}

function deduct(run: Run, entry: Entry, params: DeductParams, fired: Fired): void {
  const { currency, words } = run.loaded.version.policy;
  if (params.of === "share") {
    if (entry.lossMinor > 0) {
      giveWay(fired, { en: "the share of the loss is deducted once", zh: "分担的损失只扣一次" });
      return;
    }
    if (entry.allocatedMinor === 0) {
      fired.step.note = { en: "no part of the loss fell here", zh: "未分担任何损失" };
      return;
    }
    entry.lossMinor = within(entry.allocatedMinor, fired);
    addLine(run, entry, fired, {
      formula: formatMinor(entry.allocatedMinor, currency),
      amount: entry.allocatedMinor,
    });
    return;
  }
  const rate =
    params.of === "bonus" ? params.months : entry.grade === null ? undefined : params.rates[entry.grade];
  if (rate === undefined) return noteNoEffect(fired);
  const why = params.of === "grade" && entry.grade !== null ? wordLabel(entry.grade, words) : undefined;
  addOfBonus(run, entry, { fired, rate, why });
}

type OfBonus = {
  readonly fired: Fired;
  readonly rate: Value;
  readonly why: { readonly en: string; readonly zh: string } | undefined;
};

/** A multiple of a month's bonus; an unknown bonus gives 0.00 and says so, a bonus of nothing likewise. */
function addOfBonus(run: Run, entry: Entry, { fired, rate, why }: OfBonus): void {
  const factor = numberOf(run, rate, fired.slots);
  const bonus = entry.pay.get("monthlyBonus");
  if (factor === undefined) return noteNoEffect(fired);
  if (bonus === undefined) {
    warn(
      run,
      "bonus-unknown",
      {
        en: `the monthly bonus of ${entry.id} is not known, so what is computed from it is 0.00`,
        zh: `${entry.id}的月度奖金未知，据此计算的金额按0计`,
      },
      entry.id,
    );
    return;
  }
  if (bonus === 0) {
    warn(
      run,
      "no-bonus",
      {
        en: `${entry.id} has a monthly bonus of 0.00, so nothing can be deducted from it`,
        zh: `${entry.id}的月度奖金为0，无可扣减`,
      },
      entry.id,
    );
  }
  const { currency } = run.loaded.version.policy;
  const exact: Fraction = multiplyFractions(fraction(bonus), decimalFraction(factor));
  const amount = roundHalfUp(exact);
  entry.bonusPenaltyMinor = within(entry.bonusPenaltyMinor + amount, fired);
  addLine(run, entry, fired, { formula: `${formatMinor(bonus, currency)} × ${factor}`, amount, why });
}

type Line = {
  readonly formula: string;
  readonly amount: number;
  readonly why?: { readonly en: string; readonly zh: string } | undefined;
};

function addLine(run: Run, entry: Entry, fired: Fired, { formula, amount, why }: Line): void {
  entry.amounts.push(amount);
  const result = formatMinor(amount, run.loaded.version.policy.currency);
  const { label } = fired.rule;
  const line = {
    label: why ? { en: `${label.en}: ${why.en}`, zh: `${label.zh}：${why.zh}` } : label,
    formula: formula === result ? result : `${formula} = ${result.replace("-", "−")}`,
    resultMinor: amount,
  };
  fired.step.arithmetic = [...(fired.step.arithmetic ?? []), line];
}

function negativeTimes(times: number, fired: Fired): CaseRefused["problems"][number] {
  return problem({
    code: "out-of-range",
    at: fired.party ? pointer("case", "parties", fired.party.index, "facts") : "/case/facts",
    en: `rule \`${fired.rule.id}\` would count ${times} times, which is less than none`,
    zh: `规则\`${fired.rule.id}\`的次数为${times}，小于0`,
  });
}

/** INVARIANT: sums of amounts stay safe integers. */
function within(amount: number, fired: Fired): number {
  if (amount <= MAX_AMOUNT_MINOR) return amount;
  throw new CaseRefused([
    problem({
      code: "out-of-range",
      at: fired.party ? pointer("case", "parties", fired.party.index, "facts") : "/case/facts",
      en: `the amounts of this case come to more than can be reckoned exactly (rule \`${fired.rule.id}\`)`,
      zh: `本案金额超出可精确计算的范围（规则\`${fired.rule.id}\`）`,
    }),
  ]);
}

/** What later stages read of the penalties: how much in all, on how many, how many with a grade. */
export function penaltyTotals(run: Run): {
  readonly chargedTotal: number;
  readonly chargedParties: number;
  readonly gradedParties: number;
} {
  const charged = run.entries.all.filter((entry) => totalOf(entry) > 0);
  return {
    chargedTotal: charged.reduce((sum, entry) => sum + totalOf(entry), 0),
    chargedParties: charged.length,
    gradedParties: run.entries.all.filter((entry) => entry.grade !== null).length,
  };
}
