import { DISPOSITIONS, DUE_UNITS, type EventType, type PolicyEvent } from "@evenhand/domain";
import * as z from "zod";
import { anyText, identifier, localizedText, someText, timeText } from "./text.ts";
import { factReference, value } from "./value.ts";

const on = factReference
  .exactOptional()
  .describe("The party fact that names whom it falls on instead of the party.");
const once = z
  .boolean()
  .exactOptional()
  .describe("Counts for the first party it holds of only, in case order.");

/** An event of one type, with what it says. */
function event<const Type extends EventType, Params extends z.ZodType>(
  type: Type,
  says: string,
  params: Params,
) {
  return z.strictObject({
    type: z.literal(type).describe(says),
    params: params.describe("What exactly it says."),
  });
}

const movesTo = z
  .xor([
    z.strictObject({ party: factReference.describe("The fact that names the party.") }),
    z.strictObject({ owners: someText.describe("The boolean fact that holds of every party it moves to.") }),
    z.strictObject({ bearer: identifier.describe("A word of the policy.") }),
  ])
  .meta({ id: "ShareTarget", description: "Where the share of somebody exempt moves." });

const bear = z.strictObject({
  portion: z.enum(["equal", "points", "share", "rest"]).describe("How the loss is divided among the claims."),
  points: factReference.exactOptional().describe("Of `points`: the party's own points."),
  of: factReference.exactOptional().describe("Of `points`: all points of the unit."),
  within: factReference.exactOptional().describe("Of `points`: the unit that all points are counted in."),
  share: value.exactOptional().describe("Of `share`: the rate of the loss."),
  bearer: value
    .exactOptional()
    .describe("Who bears instead of the party: a word, or a fact that holds an id."),
  once,
});

const deduct = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("share").describe("The party's share of the loss.") }),
  z.strictObject({
    of: z.literal("bonus").describe("Months of bonus."),
    months: value.describe("Months of the monthly bonus, as a decimal."),
    on,
  }),
  z.strictObject({
    of: z.literal("grade").describe("What the grade costs."),
    rates: z.record(identifier, value).describe("For each grade the rate of a month's bonus that it costs."),
  }),
]);

const due = z.strictObject({
  step: identifier.describe("The step that is due."),
  from: someText.describe("The day or moment it is counted from."),
  within: value.describe("How much time it has."),
  unit: z.enum(DUE_UNITS).describe("The unit of `within`."),
  at: timeText.exactOptional().describe("The time of day at which it is due, `HH:MM`."),
  partOf: someText.exactOptional().describe("The step that this one is a part of."),
});

const compensate = z.strictObject({
  to: identifier.describe("Who is compensated."),
  bearer: identifier.describe("Who bears it."),
  amount: value.exactOptional().describe("How much, where it is not a rate of something."),
  rate: value.exactOptional().describe("The rate of `of`."),
  of: factReference.exactOptional().describe("The amount the rate is taken of."),
  atLeast: value.exactOptional().describe("The least amount, for each."),
  times: value.exactOptional().describe("How many times it is owed."),
});

const number = z.strictObject({
  date: factReference.describe("The day the number begins with."),
  dateFormat: z.enum(["YYMMDD", "YYMM"]).describe("How the day is written."),
  sequence: factReference.describe("The running number."),
  digits: z.int().min(1).max(9).describe("How many digits the running number has at least."),
});

const exempt = z.strictObject({
  ground: identifier.describe("Why."),
  movesTo: movesTo.exactOptional().describe("Where the claim moves. Default: the company."),
  portion: value.exactOptional().describe("The rate of the claim that moves; the party keeps the rest."),
});

const fine = z.strictObject({
  amount: value.describe("How much, for each."),
  times: value.exactOptional().describe("How many times. Default: once."),
  insteadOf: value.exactOptional().describe("What this fine takes the place of, and so is taken off."),
  on,
  once,
});

/** What a rule says, by type. */
export const policyEvent = z
  .discriminatedUnion("type", [
    event(
      "disposition",
      "What becomes of the complaint.",
      z.strictObject({
        disposition: z.enum(DISPOSITIONS).describe("The first by priority stands."),
        ground: identifier.exactOptional().describe("Why."),
      }),
    ),
    event(
      "classify",
      "Category and severity of the case.",
      z.strictObject({
        category: value.exactOptional().describe("The kind of matter."),
        severity: value.exactOptional().describe("How grave it is."),
      }),
    ),
    event("number", "The case number.", number),
    event(
      "role",
      "The party's role.",
      z.strictObject({ role: identifier.describe("The first by priority stands.") }),
    ),
    event("bear", "A claim on the loss.", bear),
    event("exempt", "Frees the party of what would fall on it.", exempt),
    event("fine", "A fixed amount.", fine),
    event(
      "grade",
      "A grade of discipline.",
      z.strictObject({ grade: someText.describe("The gravest stands."), on }),
    ),
    event("deduct", "An amount that is computed.", deduct),
    event("remind", "A reminder.", z.strictObject({ on })),
    event("commend", "A commendation.", z.strictObject({ on })),
    event("suspend", "What is decided waits until an objection ends.", z.strictObject({})),
    event("compensate", "What is owed to the customer.", compensate),
    event("due", "When a step is due.", due),
    event(
      "authority",
      "Who may approve.",
      z.strictObject({ level: identifier.describe("The first by priority stands.") }),
    ),
    event(
      "measure",
      "What is to be done.",
      z.strictObject({
        kind: identifier.describe("What it is."),
        quantity: value.exactOptional().describe("How much or how many."),
        once,
      }),
    ),
    event(
      "warn",
      "A warning.",
      z.strictObject({
        code: identifier.describe("What it is about."),
        message: localizedText.exactOptional().describe("Default: the rule's label."),
      }),
    ),
  ])
  .meta({
    id: "Event",
    description: "What a rule says when its conditions hold.",
  }) satisfies z.ZodType<PolicyEvent>;

/** The parameters that an event of a type may have; of `deduct`, those of all its forms. */
export const EVENT_PARAMETERS: Readonly<Record<EventType, readonly string[]>> = Object.fromEntries(
  policyEvent.options.map((option) => [option.shape.type.value, parametersOf(option.shape.params)]),
) as Record<EventType, readonly string[]>;

function parametersOf(params: (typeof policyEvent.options)[number]["shape"]["params"]): readonly string[] {
  if (!("options" in params)) return Object.keys(params.shape);
  return [...new Set(params.options.flatMap((option) => Object.keys(option.shape)))];
}

/** In a table the row fills in what is missing here, so only rows are checked against the type. */
export const tableEvent = z.strictObject({
  type: z.enum(Object.keys(EVENT_PARAMETERS) as [EventType, ...EventType[]]).describe("What every row says."),
  params: z.record(anyText, z.unknown()).describe("The event's parameters that are the same in every row."),
});
