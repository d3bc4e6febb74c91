import type { Gate } from "@evenhand/domain";
import { citation } from "../citation.ts";
import { gateDays } from "../gate-figures.ts";
import { type Phrase, childPointer, phraseAt } from "../phrase.ts";
import { type Vocabulary, typeOf } from "../vocabulary.ts";
import { subjectOf } from "./noun.ts";

/** One gate as an English sentence; it stands at `pointer`. */
export function gateInEnglish(gate: Gate, pointer: string, vocabulary: Vocabulary): Phrase {
  const cite = phraseAt(childPointer(pointer, "references"))`${citation(gate.references, vocabulary)}`;
  return phraseAt(
    pointer,
  )`Before a deduction or a grade is recorded, ${clauseOf(gate, pointer, vocabulary)}${cite}.`;
}

function clauseOf(gate: Gate, pointer: string, vocabulary: Vocabulary): Phrase {
  const say = phraseAt(pointer);
  switch (gate.kind) {
    case "published-before-act":
      return say`this version must have been published and in force on ${dayOf(gate.act, childPointer(pointer, "act"), vocabulary)} at the latest`;
    case "heard": {
      const told = phraseAt(childPointer(pointer, "told"))`${subjectOf(gate.told, vocabulary)}`;
      return say`the person must have been told in writing and have had at least ${gateDays(gate.days, pointer, vocabulary)} to answer, counted from ${told}`;
    }
    case "evidence": {
      const { atLeast = 1 } = gate;
      const pieces = atLeast === 1 ? "one piece" : `${atLeast} pieces`;
      return say`at least ${phraseAt(childPointer(pointer, "atLeast"))`${pieces}`} of evidence must be listed`;
    }
    case "decider-not-party":
      return say`it must be clear that whoever records it is neither a party to the case nor gave the instruction`;
    case "reasons":
      return say`its reasons must be given`;
    case "not-punished-before": {
      const act = phraseAt(childPointer(pointer, "act"))`${subjectOf(gate.act, vocabulary)}`;
      return say`no decision in force may already take money from the person for the same act, going by ${act}`;
    }
    case "within-limitation":
      return say`at most ${gateDays(gate.days, pointer, vocabulary)} may have passed since ${dayOf(gate.act, childPointer(pointer, "act"), vocabulary)}`;
  }
}

/** "the day of the act" of a day, "the day of receipt" of "time of receipt". */
function dayOf(fact: string, pointer: string, vocabulary: Vocabulary): Phrase {
  const subject = subjectOf(fact, vocabulary);
  const day =
    typeOf(fact, vocabulary) === "instant"
      ? `the day of ${subject}`.replace(/the (?:time|moment) of /, "")
      : subject;
  return phraseAt(pointer)`${day}`;
}
