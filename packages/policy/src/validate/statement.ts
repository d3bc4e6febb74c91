import type { EventOf, EventType, PolicyEvent, RuleStage, Scope } from "@evenhand/domain";
import type { Draft } from "./draft.ts";
import { within } from "./fields.ts";

/** What one rule or one table row says: its event, with the places that its parts stand at. */
export type Statement<Event extends PolicyEvent = PolicyEvent> = {
  readonly event: Event;
  readonly stage: RuleStage | undefined;
  readonly scope: Scope | undefined;
  /** The rule's id, of a row `<table>#<row>`; `undefined` where it cannot be read. */
  readonly rule: string | undefined;
  readonly typeAt: string;
  /** The place of a parameter, or of something in it. In a table it may stand in the row. */
  readonly placeOf: (param: string, ...inner: readonly (string | number)[]) => string;
};

export type StatementOf<Type extends EventType> = Statement<EventOf<Type>>;

/**
 * Whether a statement is of a type, so that its parameters can be read as that type's.
 *
 * @example statements.filter((statement) => says(statement, "fine"))
 */
export function says<Type extends EventType>(
  statement: Statement,
  type: Type,
): statement is StatementOf<Type> {
  return statement.event.type === type;
}

/**
 * What the rules of a document say, tables aside, as far as it can be read.
 *
 * @example ruleStatements(draft)[0]?.placeOf("amount") // "/rules/0/rule/event/params/amount"
 */
export function ruleStatements(draft: Draft): readonly Statement[] {
  return draft.rules.flatMap(({ at, id, stage, scope, event }): readonly Statement[] => {
    if (!event) return [];
    const eventAt = within(at, "rule", "event");
    return [
      {
        event,
        stage,
        scope,
        rule: id,
        typeAt: within(eventAt, "type"),
        placeOf: (param, ...inner) => within(eventAt, "params", param, ...inner),
      },
    ];
  });
}
