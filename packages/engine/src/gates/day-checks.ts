import { formatDay } from "@evenhand/domain";
import { quoteId } from "../problems.ts";
import { type Concern, type GateOf, type Unmet, notStated } from "./concern.ts";
import type { GateFacts } from "./gate-facts.ts";

/** The version was published and in force on the day of the act. */
export function publishedBeforeAct(
  { act }: GateOf<"published-before-act">,
  { facts }: Concern,
): readonly Unmet[] {
  const day = facts.dayOf(act);
  if (day === undefined) return [notStated(act, facts)];
  const { publishedOn, effectiveFrom } = facts;
  if (Math.max(publishedOn, effectiveFrom) <= day) return [];
  const [published, inForce, acted] = [publishedOn, effectiveFrom, day].map(formatDay);
  return [
    {
      at: facts.placeOf(act),
      why: {
        en: `the version was published on ${published} and in force from ${inForce}, but the act was on ${acted}`,
        zh: `该版本于${published}公布、自${inForce}起施行，而行为发生于${acted}`,
      },
      help: {
        en: "nobody is charged under a rule that came after the act; correct the day, or record the case without a penalty",
        zh: "不得依据行为发生之后才公布施行的规定作出处罚；请更正日期，或不予处罚",
      },
    },
  ];
}

/** Whoever is charged was told, and there was time to answer; a day of the case counts for all of them. */
export function heard({ told, days }: GateOf<"heard">, { facts, persons }: Concern): readonly Unmet[] {
  const least = facts.daysOf(days.fact);
  if (facts.scopeOf(told) === "case") return heardOf({ told, least }, facts);
  return persons.flatMap((person) => heardOf({ told, least, person }, facts));
}

type Telling = { readonly told: string; readonly least: number; readonly person?: string };

function heardOf({ told, least, person }: Telling, facts: GateFacts): readonly Unmet[] {
  const day = facts.dayOf(told, person);
  if (day === undefined) return [notStated(told, facts, person)];
  const decided = Math.min(facts.decidedOn, facts.recordedOn);
  if (decided - day >= least) return [];
  const [toldOn, decidedOn, earliest] = [day, decided, day + least].map(formatDay);
  const whom =
    person === undefined ? { en: "the person", zh: "当事人" } : { en: quoteId(person), zh: quoteId(person) };
  return [
    {
      at: facts.placeOf(told, person),
      why: {
        en: `${whom.en} was told on ${toldOn}, and the decision is of ${decidedOn}; at least ${counted(least)} must lie between them`,
        zh: `${whom.zh}于${toldOn}被告知，而决定日为${decidedOn}，其间应至少相隔${least}日`,
      },
      help: {
        en: `decide on ${earliest} or later, once there was time to answer`,
        zh: `请在申辩期满后，于${earliest}或之后作出决定`,
      },
    },
  ];
}

/** It is not too late, and the act does not lie after the decision. */
export function withinLimitation(
  { act, days }: GateOf<"within-limitation">,
  { facts }: Concern,
): readonly Unmet[] {
  const day = facts.dayOf(act);
  if (day === undefined) return [notStated(act, facts)];
  const most = facts.daysOf(days.fact);
  const first = Math.min(facts.decidedOn, facts.recordedOn);
  const passed = Math.max(facts.decidedOn, facts.recordedOn) - day;
  if (first >= day && passed <= most) return [];
  const [acted, decidedOn, last] = [day, first, day + most].map(formatDay);
  return [
    first < day
      ? {
          at: facts.placeOf(act),
          why: {
            en: `the act (${acted}) lies after the decision (${decidedOn})`,
            zh: `行为发生日（${acted}）晚于决定日（${decidedOn}）`,
          },
          help: { en: "correct one of the two days", zh: "请更正其中一个日期" },
        }
      : {
          at: facts.placeOf(act),
          why: {
            en: `${counted(passed)} have passed since the act on ${acted}, more than ${most}`,
            zh: `距${acted}的行为已过${passed}日，超过${most}日`,
          },
          help: {
            en: `it could be decided and recorded until ${last}; record the case without a penalty`,
            zh: `最迟应于${last}作出并记录决定；请不予处罚`,
          },
        },
  ];
}

function counted(days: number): string {
  return `${days} ${days === 1 ? "day" : "days"}`;
}
