import { MAX_AMOUNT_MINOR, decimalFraction } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { capRateOf } from "./facts.ts";
import type { Charge } from "./penalty.ts";
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
  same,
  smaller,
  times,
} from "./terms.ts";
import type { NumberTerm } from "./values.ts";
import type { World } from "./world.ts";

/** One month of a plan, minor units: what stands in it already, and what the version adds where no month before it has room. */
export type MonthPlan = { readonly taken: Term; readonly planned: Term };

/** The smaller of the total and the room below the ceiling; nothing while it waits for a bonus or an objection. */
export function encodePlan(
  world: World,
  version: LoadedVersion,
  { bonus, totalMinor, suspended }: Charge,
): MonthPlan {
  const { script } = world;
  const taken = script.declare("already in the month", "Int");
  // Above every cap there is no room, however much more stands there.
  script.assert(and(atMost(int(0), taken), atMost(taken, int(MAX_AMOUNT_MINOR))));
  const cap = script.define("cap", "Int", partOf(bonus, capRateOf(version.version.policy)));
  const ceiling = script.define("ceiling", "Int", smaller(cap, otherLimits(world, version)));
  const below = script.define("room below the ceiling", "Int", minus(ceiling, taken));
  const room = script.define("room", "Int", greater(int(0), below));
  const goesOn = and(bonus.known, less(int(0), bonus.top), not(suspended));
  const planned = ite(script.define("is planned", "Bool", goesOn), smaller(totalMinor, room), int(0));
  return { taken, planned: script.define("planned in the month", "Int", planned) };
}

/** floor(rate × bonus). */
export function partOf(bonus: NumberTerm, rate: number): Term {
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
