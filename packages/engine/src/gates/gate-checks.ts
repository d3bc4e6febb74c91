import { type Gate, pointer, quote } from "@evenhand/domain";
import { quoteId } from "../problems.ts";
import { type Concern, type GateOf, type Unmet, notStated } from "./concern.ts";
import { heard, publishedBeforeAct, withinLimitation } from "./day-checks.ts";
import { partiesConcerned } from "./parties-concerned.ts";

/** What is missing of a gate; nothing where it is met. A fact that is not stated shows nothing. */
export function unmetOf(gate: Gate, concern: Concern): readonly Unmet[] {
  switch (gate.kind) {
    case "published-before-act":
      return publishedBeforeAct(gate, concern);
    case "heard":
      return heard(gate, concern);
    case "evidence":
      return evidence(gate, concern);
    case "decider-not-party":
      return deciderNotParty(concern);
    case "reasons":
      return reasons(concern);
    case "not-punished-before":
      return notPunishedBefore(gate, concern);
    case "within-limitation":
      return withinLimitation(gate, concern);
  }
}

function evidence({ atLeast = 1 }: GateOf<"evidence">, { input }: Concern): readonly Unmet[] {
  const listed = input.request.case.evidence?.length ?? 0;
  if (listed >= atLeast) return [];
  return [
    {
      at: "/case/evidence",
      why: {
        en: `${listed} ${pieces(listed)} of evidence ${listed === 1 ? "is" : "are"} listed, and at least ${atLeast} must be`,
        zh: `列明的证据为${listed}件，应不少于${atLeast}件`,
      },
      help: { en: "list the evidence under `evidence` of the case", zh: "请在案件的`evidence`中列明证据" },
    },
  ];
}

/** Where no person records it, nobody can be seen not to be a party, unless the case itself names who decides. */
function deciderNotParty({ loaded, input, facts }: Concern): readonly Unmet[] {
  const fact = loaded.version.policy.conflict?.decider;
  const named = fact === undefined ? null : facts.valueOf(fact);
  const decider = input.decider ?? (typeof named === "string" ? named : null);
  const at = fact === undefined ? "" : pointer("case", "facts", fact);
  if (decider === null) {
    return [
      {
        at,
        why: { en: "nobody is named who decides", zh: "未注明由谁作出决定" },
        help: {
          en:
            fact === undefined
              ? "let a person record the decision"
              : `let a person record the decision, or name who decides in ${quote(fact)}`,
          zh:
            fact === undefined
              ? "请由个人账户记录决定"
              : `请由个人账户记录决定，或在${quote(fact)}中注明决定人`,
        },
      },
    ];
  }
  const concerned = partiesConcerned({ case: input.request.case, outcome: input.decided.response.outcome });
  if (!concerned.has(decider)) return [];
  return [
    {
      at: input.decider === null ? at : "",
      why: {
        en: `${quoteId(decider)} is a party to the case or gave the instruction`,
        zh: `${quoteId(decider)}是本案当事方或下达指示的人`,
      },
      help: { en: "somebody else must decide", zh: "须由他人作出决定" },
    },
  ];
}

function reasons({ input }: Concern): readonly Unmet[] {
  if (input.hasReason) return [];
  return [
    {
      at: "/reason",
      why: { en: "no reasons are given", zh: "未说明理由" },
      help: { en: "say under `reason` why it is decided so", zh: "请在`reason`中说明作出该决定的理由" },
    },
  ];
}

function notPunishedBefore(
  { act }: GateOf<"not-punished-before">,
  { input, facts, persons }: Concern,
): readonly Unmet[] {
  const value = facts.valueOf(act);
  if (value === null) return [notStated(act, facts)];
  return persons
    .filter((person) => input.punishedFor(person, { fact: act, value }))
    .map((person) => ({
      at: facts.placeOf(act),
      why: {
        en: `a decision in force already takes money from ${quoteId(person)} for this act (${quote(act)})`,
        zh: `已有生效决定就同一行为（${quote(act)}）对${quoteId(person)}扣款`,
      },
      help: {
        en: "one act is charged once; supersede the earlier decision instead",
        zh: "同一行为不得重复处罚；如需更改，请以新决定取代原决定",
      },
    }));
}

function pieces(count: number): string {
  return count === 1 ? "piece" : "pieces";
}
