import type { FactReference, Value } from "./value.ts";
import type { LocalizedText } from "../text.ts";

export const DISPOSITIONS = [
  "upheld",
  "not-upheld",
  "out-of-scope",
  "referred",
  "pending",
  "refused",
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export const DUE_UNITS = ["calendar-days", "working-days", "hours", "minutes"] as const;
export type DueUnit = (typeof DUE_UNITS)[number];

/** Where an exempted share goes: to a named party, to all parties for which a boolean fact holds, or to a fixed bearer. */
export type ShareTarget =
  | { readonly party: FactReference }
  | { readonly owners: string }
  | { readonly bearer: string };

type Event<Type extends string, Params> = { readonly type: Type; readonly params: Params };

/**
 * Everything a rule can say, by type. `on` puts a penalty on somebody named by a party fact instead of on the party;
 * `once` lets a party rule count for the first party it holds of only, in case order.
 *
 * intake (case)
 * - `disposition`: what becomes of the complaint; the first by priority stands; where none fires it is `upheld`
 * - `classify`: category and severity; `number`: the case number
 * attribution
 * - `role`: the first by priority stands
 * - `bear`: a claim on the loss. `equal`: alike with the other equal claims; `points`: points ÷ of, where all claims
 *   must name the same `of` and, as far as known, the same `within` (the unit); `share`: a rate;
 *   `rest`: what the shares leave. Claims of one case are all of one portion (`share` and `rest` go together).
 *   `bearer` names who bears instead of the party: a word of the policy, or a party fact holding an id.
 *   What nobody claims, the company bears.
 * - `exempt`: the first by priority stands; the party's claim moves to `movesTo` (default the company) and goes on
 *   moving until it reaches somebody not exempt; `portion` moves only that rate of it and the party keeps the rest
 * penalty (party unless said)
 * - `fine`: `amount` × `times` (default 1) − `insteadOf` (default 0); fines add up
 * - `grade`: the gravest stands
 * - `deduct` of the allocated share of the loss (`share`), of months of bonus (`bonus`), or by the grade (`grade`)
 * - `remind`, `commend`; `suspend`: what is decided is not scheduled until an objection ends
 * - `compensate` (case): owed to the customer: `amount`, or `rate` of `of`; never less than `atLeast` each, × `times`
 * deadline (case)
 * - `due`: `within` `unit` of `from`; from an instant in days gives a local day, or with `at` (HH:MM) an instant;
 *   `partOf` names the step that this one is a part of
 * authority (case)
 * - `authority`: who may approve; the first by priority stands
 * any stage
 * - `measure`: what is to be done; `warn`: a warning with the rule's label as its message
 */
export type PolicyEvent =
  | Event<"disposition", { readonly disposition: Disposition; readonly ground?: string }>
  | Event<"classify", { readonly category?: Value; readonly severity?: Value }>
  | Event<
      "number",
      {
        readonly date: FactReference;
        readonly dateFormat: "YYMMDD" | "YYMM";
        readonly sequence: FactReference;
        readonly digits: number;
      }
    >
  | Event<"role", { readonly role: string }>
  | Event<
      "bear",
      {
        readonly portion: "equal" | "points" | "share" | "rest";
        readonly points?: FactReference;
        readonly of?: FactReference;
        readonly within?: FactReference;
        readonly share?: Value;
        readonly bearer?: Value;
        readonly once?: boolean;
      }
    >
  | Event<"exempt", { readonly ground: string; readonly movesTo?: ShareTarget; readonly portion?: Value }>
  | Event<
      "fine",
      {
        readonly amount: Value;
        readonly times?: Value;
        readonly insteadOf?: Value;
        readonly on?: FactReference;
        readonly once?: boolean;
      }
    >
  | Event<"grade", { readonly grade: string; readonly on?: FactReference }>
  | Event<"deduct", DeductParams>
  | Event<"remind", { readonly on?: FactReference }>
  | Event<"commend", { readonly on?: FactReference }>
  | Event<"suspend", Readonly<Record<never, never>>>
  | Event<
      "compensate",
      {
        readonly to: string;
        readonly bearer: string;
        readonly amount?: Value;
        readonly rate?: Value;
        readonly of?: FactReference;
        readonly atLeast?: Value;
        readonly times?: Value;
      }
    >
  | Event<
      "due",
      {
        readonly step: string;
        readonly from: string;
        readonly within: Value;
        readonly unit: DueUnit;
        readonly at?: string;
        readonly partOf?: string;
      }
    >
  | Event<"authority", { readonly level: string }>
  | Event<"measure", { readonly kind: string; readonly quantity?: Value; readonly once?: boolean }>
  | Event<"warn", { readonly code: string; readonly message?: LocalizedText }>;

export type DeductParams =
  | { readonly of: "share" }
  /** `months` of the monthly bonus, as a decimal: 3, 1, 0.5. */
  | { readonly of: "bonus"; readonly months: Value; readonly on?: FactReference }
  /** For each grade the rate of the month's bonus that it costs. */
  | { readonly of: "grade"; readonly rates: Readonly<Record<string, Value>> };

export type EventType = PolicyEvent["type"];
export type EventOf<Type extends EventType> = Extract<PolicyEvent, { readonly type: Type }>;

/** The stages whose rules HR writes, in the order they run. The guard stage between penalty and deadline is computed. */
export const RULE_STAGES = ["intake", "attribution", "penalty", "deadline", "authority"] as const;
export type RuleStage = (typeof RULE_STAGES)[number];
export type Stage = RuleStage | "guard";

/** In which stages an event may stand, and whether its rule is asked of the case, of each party, or of either. */
export const EVENT_PLACES = {
  disposition: { stages: ["intake"], scopes: ["case"] },
  classify: { stages: ["intake"], scopes: ["case"] },
  number: { stages: ["intake"], scopes: ["case"] },
  role: { stages: ["attribution"], scopes: ["party"] },
  bear: { stages: ["attribution"], scopes: ["case", "party"] },
  exempt: { stages: ["attribution"], scopes: ["party"] },
  fine: { stages: ["penalty"], scopes: ["party"] },
  grade: { stages: ["penalty"], scopes: ["party"] },
  deduct: { stages: ["penalty"], scopes: ["party"] },
  remind: { stages: ["penalty"], scopes: ["party"] },
  commend: { stages: ["penalty"], scopes: ["party"] },
  suspend: { stages: ["penalty"], scopes: ["party"] },
  compensate: { stages: ["penalty"], scopes: ["case"] },
  due: { stages: ["deadline"], scopes: ["case"] },
  authority: { stages: ["authority"], scopes: ["case"] },
  measure: { stages: RULE_STAGES, scopes: ["case", "party"] },
  warn: { stages: RULE_STAGES, scopes: ["case", "party"] },
} as const satisfies Record<
  EventType,
  { stages: readonly RuleStage[]; scopes: readonly ("case" | "party")[] }
>;
