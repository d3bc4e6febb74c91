import type { FactValue } from "./case.ts";
import type { Operator } from "./policy/condition.ts";
import type { Stage } from "./policy/event.ts";
import type { ParameterUnit } from "./policy/policy.ts";
import type { Reference } from "./policy/value.ts";
import type { LocalizedText } from "./text.ts";

/** What one condition saw, in the units of the request (days as `YYYY-MM-DD`); `null` is unknown. */
export type ConditionTrace =
  | { readonly kind: "all" | "any"; readonly met: boolean; readonly of: readonly ConditionTrace[] }
  | { readonly kind: "not"; readonly met: boolean; readonly of: readonly [ConditionTrace] }
  | {
      readonly kind: "named";
      readonly name: string;
      readonly met: boolean;
      readonly of: readonly [ConditionTrace];
    }
  | {
      readonly kind: "comparison";
      readonly met: boolean;
      readonly fact: string;
      readonly operator: Operator;
      readonly saw: FactValue;
      readonly expected: FactValue | readonly (string | number)[];
      /** The fact or parameter that `expected` was taken from. */
      readonly expectedFrom?: string;
    };

/** One line of arithmetic: `formula` holds the numbers as people write them, with `=` and the result at its end. */
export type ArithmeticLine = {
  readonly label: LocalizedText;
  readonly formula: string;
  readonly resultMinor?: number;
  /** Where this line's figure comes from, where that is another source than the step's. */
  readonly references?: readonly Reference[];
};

export type ParameterUse = {
  readonly id: string;
  readonly value: number | string;
  readonly unit: ParameterUnit;
  readonly references: readonly Reference[];
};

/**
 * One step of the way from the case to the outcome.
 * - `version`: which version was used and why
 * - `rule`: a rule was asked, of the case or of `party`: whether it fired and what each of its conditions saw;
 *   `stands: false` on one that fired but gave way to another (`note` says which)
 * - `computed`: what the engine worked out from what the rules said (shares, cap, guards, deadlines), with its arithmetic
 */
export type ExplanationStep = {
  readonly stage: "version" | Stage;
  readonly kind: "version" | "rule" | "computed";
  readonly rule?: string;
  readonly party?: string;
  readonly label: LocalizedText;
  readonly references: readonly Reference[];
  readonly fired?: boolean;
  readonly stands?: boolean;
  readonly conditions?: ConditionTrace;
  readonly parameters?: readonly ParameterUse[];
  /** What the rule said, with every value resolved. */
  readonly effect?: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
  readonly arithmetic?: readonly ArithmeticLine[];
  readonly note?: LocalizedText;
};
