import type { Gate, Language, Policy } from "@evenhand/domain";
import { gateInEnglish } from "./en/gate.ts";
import { type Phrase, textOf } from "./phrase.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { gateInChinese } from "./zh/gate.ts";

/**
 * One gate as a sentence with its citation.
 *
 * @example readGate(heard, policy, "zh") // “作出扣款或处分决定前，应书面告知当事人，并自书面告知日起给予至少5日申辩期（第8条）。”
 */
export function readGate(gate: Gate, policy: Policy, language: Language): string {
  return textOf(gatePhrase(gate, "", vocabularyOf(policy, language)));
}

/** The same, with where each of its words stands; the gate itself stands at `pointer`. */
export function gatePhrase(gate: Gate, pointer: string, vocabulary: Vocabulary): Phrase {
  return vocabulary.language === "zh"
    ? gateInChinese(gate, pointer, vocabulary)
    : gateInEnglish(gate, pointer, vocabulary);
}
