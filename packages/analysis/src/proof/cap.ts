import {
  type LocalizedText,
  MAX_AMOUNT_MINOR,
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
import { SUBJECT } from "./codes.ts";
import { capRateOf } from "./facts.ts";
import type { Model } from "./model.ts";
import { outcomeUnder } from "./outcome-under.ts";
import type { CapBound, ConfirmedCase, Posed } from "./posed.ts";
import {
  type Term,
  and,
  atMost,
  floorDivide,
  greater,
  implies,
  int,
  ite,
  less,
  minus,
  not,
  plus,
  same,
  smaller,
  times,
} from "./terms.ts";
import type { NumberTerm } from "./values.ts";
import { encodeVersion } from "./version.ts";
import { nameOf, witnessOf } from "./witness.ts";
import { type World, newWorld } from "./world.ts";

/**
 * Asks whether a month can take more from a person than a part of their bonus. Of the plan one month is looked at, with
 * anything standing in it already: a plan gives each month what remains or the room it has, and where the months before
 * it are full, that is what the first one would get. So what one month may take, the first may.
 */
export function poseCap(version: LoadedVersion, { boundRate, ofOneCase = false }: CapBound): Posed {
  const { policy } = version.version;
  const bound = boundRate ?? capRateOf(policy);
  const world = newWorld();
  const { charge } = encodeVersion(world, version, { tag: "A" });
  const { script, codes, kind } = world;
  script.assert(same(kind, codes.of("person")));
  const taken = script.declare("already in the month", "Int");
  script.assert(and(atMost(int(0), taken), atMost(taken, int(ofOneCase ? 0 : MAX_AMOUNT_MINOR))));
  const { bonus, totalMinor, suspended } = charge;
  const cap = script.define("cap", "Int", partOf(bonus, capRateOf(policy)));
  const ceiling = script.define("ceiling", "Int", smaller(cap, otherLimits(world, version)));
  const room = script.define(
    "room",
    "Int",
    greater(int(0), script.define("room below the ceiling", "Int", minus(ceiling, taken))),
  );
  const waits = script.define(
    "waits",
    "Bool",
    not(and(bonus.known, less(int(0), bonus.top), not(suspended))),
  );
  const planned = script.define("planned in the month", "Int", ite(waits, int(0), smaller(totalMinor, room)));
  return {
    world,
    versions: [version],
    claim: claimOf(version, bound, ofOneCase),
    violation: and(less(int(0), planned), less(partOf(bonus, bound), plus(taken, planned))),
    confirm: (model) => confirmCap({ version, world, bound, takenTerm: taken }, model),
  };
}

function claimOf({ version: { policy } }: LoadedVersion, bound: number, ofOneCase: boolean): LocalizedText {
  return ofOneCase
    ? {
        en: `no month takes more than ${bound} of anybody's monthly bonus by one case under version ${policy.version} of ${policy.id}`,
        zh: `依据${policy.id}第${policy.version}版，任何一案单月扣减均不超过当事人月度奖金的${bound}`,
      }
    : {
        en: `no month takes more than ${bound} of anybody's monthly bonus, by whatever version ${policy.version} of ${policy.id} plans over what stands in it already`,
        zh: `无论${policy.id}第${policy.version}版在当月已有扣减之上如何安排，任何人单月扣减均不超过其月度奖金的${bound}`,
      };
}

/** floor(rate × bonus). */
function partOf(bonus: NumberTerm, rate: number): Term {
  const { numerator, denominator } = decimalFraction(rate);
  return floorDivide(times(int(numerator), bonus.top), int(denominator));
}

/** What guards and the terms of earlier decisions leave of a month: anything, but nothing where there are none. */
function otherLimits({ script, alone }: World, { guards }: LoadedVersion): Term {
  const limit = script.declare("other limits of the month", "Int");
  script.assert(atMost(int(0), limit));
  if (guards.length === 0) script.assert(implies(alone, same(limit, int(MAX_AMOUNT_MINOR))));
  else
    script.approximate("guards", {
      en: "what guards leave of a month is left open: any amount up to the cap",
      zh: "法定限制对单月扣减的约束未作限定，可为上限以内的任意金额",
    });
  return limit;
}

type Asked = {
  readonly version: LoadedVersion;
  readonly world: World;
  readonly bound: number;
  readonly takenTerm: Term;
};

function confirmCap({ version, world, bound, takenTerm }: Asked, model: Model): ConfirmedCase | undefined {
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
      en: `${over.month} takes ${planned?.en} from ${SUBJECT}, more than the ${limit?.en} that ${bound} of the monthly bonus comes to`,
      zh: `${over.month}从${SUBJECT}扣减${planned?.zh}，超过月度奖金的${bound}即${limit?.zh}`,
    },
    evaluatedAt: formatInstant(evaluatedAt, policy.timeZone),
    outcomes: [outcomeUnder(request, decided)],
  };
}
