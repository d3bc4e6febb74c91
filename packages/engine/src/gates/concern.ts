import { type Gate, type GateKind, type LocalizedText, quote } from "@evenhand/domain";
import type { LoadedVersion } from "../load-version.ts";
import { quoteId } from "../problems.ts";
import type { GateFacts } from "./gate-facts.ts";
import type { GateInput } from "./missing-gates.ts";

/** What a gate is asked of. */
export type Concern = {
  readonly loaded: LoadedVersion;
  readonly input: GateInput;
  readonly facts: GateFacts;
  /** The persons whom the outcome charges or gives a grade. */
  readonly persons: readonly string[];
};

/** Where something is missing, what, and how to mend it. */
export type Unmet = { readonly at: string; readonly why: LocalizedText; readonly help: LocalizedText };

/** A gate of one kind. */
export type GateOf<Kind extends GateKind> = Extract<Gate, { readonly kind: Kind }>;

/** Nothing is shown by a fact that nobody stated. */
export function notStated(fact: string, facts: GateFacts, person?: string): Unmet {
  const of =
    person === undefined ? { en: "", zh: "" } : { en: ` of ${quoteId(person)}`, zh: `${quoteId(person)}的` };
  return {
    at: facts.placeOf(fact, person),
    why: { en: `${quote(fact)}${of.en} is not stated`, zh: `未填写${of.zh}${quote(fact)}` },
    help:
      person === undefined
        ? { en: "state it with the case", zh: "请在案件中填写" }
        : { en: "state it of this person as a party of the case", zh: "请将此人列为当事方并填写" },
  };
}
