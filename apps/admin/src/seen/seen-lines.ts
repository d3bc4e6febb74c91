import type { Condition, ConditionTrace, FactValue, Policy } from "@evenhand/domain";

/** One line of what a rule saw: the condition it is about, and what was there. */
export type SeenLine =
  | {
      readonly kind: "group";
      readonly of: "all" | "any" | "not";
      readonly met: boolean;
      readonly lines: readonly SeenLine[];
    }
  | {
      readonly kind: "named";
      readonly name: string;
      readonly met: boolean;
      readonly lines: readonly SeenLine[];
    }
  | {
      readonly kind: "comparison";
      readonly met: boolean;
      readonly condition: Condition;
      readonly fact: string;
      readonly saw: FactValue;
    };

/** The trace of a rule beside the conditions it is of, line by line as the builder shows them. */
export function seenLines(
  condition: Condition,
  trace: ConditionTrace,
  named: NonNullable<Policy["conditions"]>,
): SeenLine | undefined {
  switch (trace.kind) {
    case "comparison":
      return { kind: "comparison", met: trace.met, condition, fact: trace.fact, saw: trace.saw };
    case "named": {
      const meant = named[trace.name];
      const line = meant && seenLines(meant, trace.of[0], named);
      return { kind: "named", name: trace.name, met: trace.met, lines: line ? [line] : [] };
    }
    case "not":
    case "all":
    case "any": {
      const members = membersOf(condition);
      const lines = trace.of.flatMap((member, index) => {
        const own = members[index];
        return (own && seenLines(own, member, named)) ?? [];
      });
      return { kind: "group", of: trace.kind, met: trace.met, lines };
    }
  }
}

function membersOf(condition: Condition): readonly Condition[] {
  if ("all" in condition) return condition.all;
  if ("any" in condition) return condition.any;
  return "not" in condition ? [condition.not] : [];
}
