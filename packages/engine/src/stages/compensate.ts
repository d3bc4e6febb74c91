import {
  type EventOf,
  MAX_AMOUNT_MINOR,
  decimalFraction,
  formatMinor,
  fraction,
  multiplyFractions,
  roundHalfUp,
  wordLabel,
} from "@evenhand/domain";
import { CaseRefused, problem } from "../problems.ts";
import { type Fired, type Run, noteNoEffect, numberOf } from "../run.ts";

/** What is owed to a customer: an amount or a rate of one, never less than `atLeast`, times how often it is owed. */
export function compensate(run: Run, params: EventOf<"compensate">["params"], fired: Fired): void {
  const each = eachOf(run, params, fired);
  const times = params.times === undefined ? 1 : numberOf(run, params.times, fired.slots);
  if (!each || times === undefined) return noteNoEffect(fired);
  const amountMinor = each.amount * times;
  if (amountMinor <= 0) return;
  if (amountMinor > MAX_AMOUNT_MINOR) throw new CaseRefused([tooLarge(fired)]);
  const { currency, words } = run.loaded.version.policy;
  run.compensation.push({ to: params.to, amountMinor, bearer: params.bearer });
  const to = wordLabel(params.to, words);
  fired.step.arithmetic = [
    {
      label: { en: `owed to ${to.en}`, zh: `应付${to.zh}` },
      formula: `${each.formula}${params.times === undefined ? "" : ` × ${times}`} = ${formatMinor(amountMinor, currency)}`,
      resultMinor: amountMinor,
    },
  ];
}

type Each = { readonly amount: number; readonly formula: string };

function eachOf(
  run: Run,
  { amount, rate, of, atLeast }: EventOf<"compensate">["params"],
  { slots }: Fired,
): Each | undefined {
  const { currency } = run.loaded.version.policy;
  const least = atLeast === undefined ? 0 : (numberOf(run, atLeast, slots) ?? 0);
  const given = amount === undefined ? undefined : numberOf(run, amount, slots);
  if (given !== undefined)
    return { amount: Math.max(given, least), formula: formatMinor(Math.max(given, least), currency) };
  const base = of && numberOf(run, of, slots);
  const factor = rate === undefined ? undefined : numberOf(run, rate, slots);
  if (base === undefined || factor === undefined) return undefined;
  const computed = roundHalfUp(multiplyFractions(fraction(base), decimalFraction(factor)));
  const formula = `${formatMinor(base, currency)} × ${factor}`;
  if (computed >= least) return { amount: computed, formula };
  const lesser = `${formula} = ${formatMinor(computed, currency)}`;
  return { amount: least, formula: `max(${lesser}, ${formatMinor(least, currency)})` };
}

function tooLarge(fired: Fired): CaseRefused["problems"][number] {
  return problem({
    code: "out-of-range",
    at: "/case/facts",
    en: `the compensation comes to more than can be reckoned exactly (rule \`${fired.rule.id}\`)`,
    zh: `赔付金额超出可精确计算的范围（规则\`${fired.rule.id}\`）`,
  });
}
