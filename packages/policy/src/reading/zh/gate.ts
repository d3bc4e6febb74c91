import type { Gate } from "@evenhand/domain";
import { citation } from "../citation.ts";
import { gateDays } from "../gate-figures.ts";
import { type Phrase, childPointer, phraseAt } from "../phrase.ts";
import { type Vocabulary, labelOf, typeOf } from "../vocabulary.ts";
import { occasionOf } from "./noun.ts";

/** One gate as a Chinese sentence; it stands at `pointer`. */
export function gateInChinese(gate: Gate, pointer: string, vocabulary: Vocabulary): Phrase {
  const cite = phraseAt(childPointer(pointer, "references"))`${citation(gate.references, vocabulary)}`;
  return phraseAt(pointer)`作出扣款或处分决定前，${clauseOf(gate, pointer, vocabulary)}${cite}。`;
}

function clauseOf(gate: Gate, pointer: string, vocabulary: Vocabulary): Phrase {
  const say = phraseAt(pointer);
  switch (gate.kind) {
    case "published-before-act":
      return say`本版应最迟于${dayOf(gate.act, childPointer(pointer, "act"), vocabulary)}公布并施行`;
    case "heard": {
      const told = phraseAt(childPointer(pointer, "told"))`${labelOf(gate.told, vocabulary)}`;
      return say`应书面告知当事人，并自${told}起给予至少${gateDays(gate.days, pointer, vocabulary)}申辩期`;
    }
    case "evidence":
      return say`应列明至少${phraseAt(childPointer(pointer, "atLeast"))`${String(gate.atLeast ?? 1)}件`}证据`;
    case "decider-not-party":
      return say`应确认记录决定的人既不是案件的当事方，也不是下达指示的人`;
    case "reasons":
      return say`应说明理由`;
    case "not-punished-before": {
      const act = phraseAt(childPointer(pointer, "act"))`${labelOf(gate.act, vocabulary)}`;
      return say`不得已有就同一行为对当事人扣款的生效决定（是否为同一行为，以${act}为准）`;
    }
    case "within-limitation":
      return say`距${dayOf(gate.act, childPointer(pointer, "act"), vocabulary)}不得超过${gateDays(gate.days, pointer, vocabulary)}`;
  }
}

/** “行为发生日”；时刻则为“接到投诉当日”。 */
function dayOf(fact: string, pointer: string, vocabulary: Vocabulary): Phrase {
  const day =
    typeOf(fact, vocabulary) === "instant"
      ? `${occasionOf(fact, vocabulary)}当日`
      : labelOf(fact, vocabulary);
  return phraseAt(pointer)`${day}`;
}
