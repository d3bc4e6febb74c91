import {
  type LocalizedText,
  amountText,
  decimalFraction,
  floorOf,
  formatInstant,
  formatMonth,
  fraction,
  monthOf,
  multiplyFractions,
  parseDay,
} from "@evenhand/domain";
import { type LoadedVersion, decide } from "@evenhand/engine";
import { monthInWords, percentage } from "@evenhand/policy";
import { called } from "./called.ts";
import { SUBJECT } from "./codes.ts";
import { capRateOf } from "./facts.ts";
import type { Model } from "./model.ts";
import { outcomeUnder } from "./outcome-under.ts";
import { encodePlan, partOf } from "./plan.ts";
import type { Asked, CapBound, ConfirmedCase, Posed } from "./posed.ts";
import { type Term, and, int, less, plus, same } from "./terms.ts";
import { encodeVersion } from "./version.ts";
import { nameOf, witnessOf } from "./witness.ts";
import { type World, newWorld } from "./world.ts";

/**
 * Asks whether a month can take more from a person than a part of their bonus. Of the plan one month is looked at, with
 * anything standing in it already: a plan gives each month what remains or the room it has, and where the months before
 * it are full, that is what the first one would get. So what one month may take, the first may.
 */
export function poseCap(version: LoadedVersion, question: CapBound & Asked): Posed {
  const { boundRate, ofOneCase = false } = question;
  const { policy } = version.version;
  const bound = boundRate ?? capRateOf(policy);
  const world = newWorld();
  const { charge } = encodeVersion(world, version, { tag: "A" });
  const { script, codes, kind } = world;
  script.assert(same(kind, codes.of("person")));
  const { taken, planned } = encodePlan(world, version, charge);
  if (ofOneCase) script.assert(same(taken, int(0)));
  return {
    world,
    versions: [version],
    claim: claimOf(version, bound, question),
    violation: and(less(int(0), planned), less(partOf(charge.bonus, bound), plus(taken, planned))),
    confirm: (model) => confirmCap({ version, world, bound, takenTerm: taken }, model),
  };
}

function claimOf(version: LoadedVersion, bound: number, question: CapBound & Asked): LocalizedText {
  const { policy } = version.version;
  const name = called(version, question);
  return question.ofOneCase === true
    ? {
        en: `no month takes more than ${bound} of anybody's monthly bonus by one case under ${name.en} of ${policy.id}`,
        zh: `依据${policy.id}${name.zh}，任何一案单月扣减均不超过当事人月度奖金的${bound}`,
      }
    : {
        en: `no month takes more than ${bound} of anybody's monthly bonus, by whatever ${name.en} of ${policy.id} plans over what stands in it already`,
        zh: `无论${policy.id}${name.zh}在当月已有扣减之上如何安排，任何人单月扣减均不超过其月度奖金的${bound}`,
      };
}

type Confirming = {
  readonly version: LoadedVersion;
  readonly world: World;
  readonly bound: number;
  readonly takenTerm: Term;
};

function confirmCap(
  { version, world, bound, takenTerm }: Confirming,
  model: Model,
): ConfirmedCase | undefined {
  const { policy } = version.version;
  const { request: asked, evaluatedAt } = witnessOf(world, model, policy);
  const decidedOn = parseDay(String(asked.case.facts["decidedOn"])) ?? 0;
  const month = formatMonth(monthOf(decidedOn));
  const taken = Number(model.numbers.get(nameOf(takenTerm)) ?? 0n);
  const request =
    taken === 0 ? asked : { ...asked, scheduled: [{ party: SUBJECT, month, amountMinor: taken }] };
  const decided = decide(version, request, { evaluatedAt });
  if ("refusal" in decided) return undefined;
  const bonus = decided.concerned.find(({ party }) => party === SUBJECT)?.monthlyBonusMinor ?? 0;
  const most = floorOf(multiplyFractions(fraction(bonus), decimalFraction(bound)));
  const party = decided.response.outcome.parties.find((one) => one.party === SUBJECT);
  const over = party?.schedule.find((one) => one.amountMinor + (one.month === month ? taken : 0) > most);
  if (!over) return undefined;
  const [planned, limit] = [over.amountMinor + (over.month === month ? taken : 0), most].map((amount) =>
    amountText(amount, policy.currency),
  );
  return {
    finding: {
      en: `${monthInWords(over.month, "en")} takes ${planned?.en} from ${SUBJECT}, more than the ${limit?.en} that ${percentage(bound)} of the monthly bonus comes to`,
      zh: `${monthInWords(over.month, "zh")}从${SUBJECT}扣减${planned?.zh}，超过月度奖金的${percentage(bound)}即${limit?.zh}`,
    },
    evaluatedAt: formatInstant(evaluatedAt, policy.timeZone),
    outcomes: [outcomeUnder(request, decided)],
  };
}
