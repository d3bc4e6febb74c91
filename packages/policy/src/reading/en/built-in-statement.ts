import type { Disposition } from "@evenhand/domain";
import { type Test, membersOf } from "../condition-node.ts";
import { type Phrase, phraseAt } from "../phrase.ts";
import { type Vocabulary, wordOf } from "../vocabulary.ts";
import { listed } from "./listed.ts";
import { quoted, withA } from "./noun.ts";

/** Tests of what the engine itself found, which have words of their own: dispositions, kinds of party, roles. */
export function builtInStatement(test: Test, vocabulary: Vocabulary): Phrase | undefined {
  switch (test.fact) {
    case "disposition":
      return ofDisposition(test, vocabulary);
    case "partyKind":
      return ofPartyKind(test, vocabulary);
    case "assignedRole":
      return ofRole(test);
    default:
      return undefined;
  }
}

const DISPOSED: Readonly<Record<Disposition, string>> = {
  upheld: "the complaint is upheld",
  "not-upheld": "the complaint is not upheld",
  "out-of-scope": "the complaint is out of scope",
  referred: "the matter has been referred to management",
  pending: "the case is still pending",
  refused: "the decision may not be taken so",
};

function ofDisposition({ subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const [{ operator, operand, pointer }] = bounds;
  if (operand.kind === "literal" && operator === "equal") {
    return phraseAt(
      operand.pointer,
    )`${DISPOSED[operand.value as Disposition] ?? `the disposition is ${quoted(String(operand.value))}`}`;
  }
  const members = membersOf(operand);
  if (!members) return undefined;
  const negated = operator === "notEqual" || operator === "notIn";
  const values = members.map(
    ({ value, pointer: at }) => phraseAt(at)`${quoted(wordOf(String(value), vocabulary))}`,
  );
  return phraseAt(subjectPointer)`the disposition is ${listed(values, negated, pointer)}`;
}

function ofPartyKind({ subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const [{ operator, operand, pointer }] = bounds;
  const members = membersOf(operand);
  if (!members) return undefined;
  const negated = operator === "notEqual" || operator === "notIn";
  const kinds = members.map(({ value, pointer: at }, index) => {
    const word = wordOf(String(value), vocabulary);
    return phraseAt(at)`${index === 0 || negated ? withA(word) : word}`;
  });
  return phraseAt(subjectPointer)`the party is ${listed(kinds, negated, pointer)}`;
}

function ofRole({ subjectPointer, bounds }: Test): Phrase | undefined {
  const [{ operator, operand }] = bounds;
  if (operand.kind !== "unknown") return undefined;
  return phraseAt(
    subjectPointer,
  )`${operator === "equal" ? "the party has no role in the matter" : "the party has a role in the matter"}`;
}
