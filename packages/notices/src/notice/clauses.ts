import type { ConditionTrace, ExplanationStep } from "@evenhand/domain";
import { cited, readReasons } from "@evenhand/policy";
import type { PartyView } from "./party-view.ts";

/** One provision that was applied: where it stands, what it says, and why it applied here. */
export type Clause = {
  readonly citation: string;
  readonly says: string;
  readonly because: readonly string[];
};

/**
 * The provisions that a party's result rests on, in the order of the stages. Warnings rest on none, and where somebody is
 * free of all, their claim and what would have been deducted come to nothing.
 */
export function clausesOf(view: PartyView): readonly Clause[] {
  const { exemption, totalMinor } = view.decided;
  const idle = exemption !== undefined && totalMinor === 0 ? IDLE_WHEN_FREE : IDLE;
  return view.rules.filter(({ effect }) => !idle.has(effect?.type ?? "")).map((step) => clauseOf(step, view));
}

const IDLE: ReadonlySet<string> = new Set(["warn"]);
const IDLE_WHEN_FREE: ReadonlySet<string> = new Set([...IDLE, "bear", "deduct", "suspend"]);

function clauseOf({ label, references, conditions }: ExplanationStep, view: PartyView): Clause {
  const { mask, vocabulary } = view;
  const telling = conditions && withoutCommonplaces(conditions);
  return {
    citation: cited(references, vocabulary),
    says: label[vocabulary.language],
    because: telling ? readReasons(mask.trace(telling, vocabulary), vocabulary) : [],
  };
}

/** What every provision asks for and the heading of the document says already. */
const COMMONPLACES: ReadonlySet<string> = new Set(["disposition", "partyKind"]);

/** `undefined` where nothing but commonplaces is left. Alternatives and negations are kept whole. */
function withoutCommonplaces(trace: ConditionTrace): ConditionTrace | undefined {
  switch (trace.kind) {
    case "comparison":
      return COMMONPLACES.has(trace.fact) ? undefined : trace;
    case "all": {
      const of = trace.of.flatMap((member) => withoutCommonplaces(member) ?? []);
      return of.length === 0 ? undefined : { ...trace, of };
    }
    case "named": {
      const inner = withoutCommonplaces(trace.of[0]);
      return inner && { ...trace, of: [inner] };
    }
    case "any":
    case "not":
      return trace;
  }
}
