import { EVENT_PLACES, type EventType, type RuleStage, type Scope, quote } from "@evenhand/domain";
import type { EventChecks } from "./event-checks/event-check.ts";
import { CASE_CHECKS } from "./event-checks/of-case.ts";
import { PARTY_CHECKS } from "./event-checks/of-party.ts";
import type { Inspection } from "./inspection.ts";
import { namesOf } from "./shape-words.ts";
import type { Statement } from "./statement.ts";

const CHECKS: EventChecks<EventType> = { ...CASE_CHECKS, ...PARTY_CHECKS };

/**
 * Checks what each rule and row says: that its event may stand in its stage and scope, and that its parameters are of
 * the kind the event wants.
 *
 * @example checkEvents(statements, inspection) // "misplaced-event" where a fine is given in the intake stage
 */
export function checkEvents(statements: readonly Statement[], inspection: Inspection): void {
  for (const statement of statements) {
    checkPlace(statement, inspection);
    checkParams(statement, inspection);
  }
  checkPortions(statements, inspection);
}

function checkParams(statement: Statement, inspection: Inspection): void {
  // INVARIANT: the check stands under the type of the statement's own event.
  const check = CHECKS[statement.event.type] as (statement: Statement, inspection: Inspection) => void;
  check(statement, inspection);
}

function checkPlace({ event, stage, scope, typeAt }: Statement, { report }: Inspection): void {
  const places: { readonly stages: readonly RuleStage[]; readonly scopes: readonly Scope[] } =
    EVENT_PLACES[event.type];
  if (stage !== undefined && !places.stages.includes(stage)) {
    const stages = namesOf(places.stages);
    report.add({
      code: "misplaced-event",
      at: typeAt,
      message: {
        en: `${quote(event.type)} cannot be said in the stage ${quote(stage)}`,
        zh: `${quote(event.type)}不能用于${quote(stage)}阶段`,
      },
      help: { en: `it belongs to ${stages.en}`, zh: `它属于${stages.zh}阶段` },
    });
  }
  if (scope !== undefined && !places.scopes.includes(scope)) {
    const scopes = namesOf(places.scopes);
    report.add({
      code: "misplaced-event",
      at: typeAt,
      message: {
        en: `${quote(event.type)} cannot be said with scope ${quote(scope)}`,
        zh: `${quote(event.type)}不能用于适用范围${quote(scope)}`,
      },
      help: { en: `use scope ${scopes.en}`, zh: `适用范围请用${scopes.zh}` },
    });
  }
}

/** Equal parts, points and shares are three ways to divide one loss; a case that had two of them would add up to nothing. */
function checkPortions(statements: readonly Statement[], { report }: Inspection): void {
  const bears = statements.flatMap(({ event, placeOf }) =>
    event.type === "bear" ? [{ portion: event.params.portion, at: placeOf("portion") }] : [],
  );
  const [first] = bears;
  if (!first) return;
  for (const { portion, at } of bears) {
    if (kindOf(portion) === kindOf(first.portion)) continue;
    report.add({
      code: "mixed-portions",
      at,
      message: {
        en: `${quote(portion)} cannot stand beside ${quote(first.portion)}, which another rule of this policy bears by`,
        zh: `${quote(portion)}不能与本制度其他规则所用的${quote(first.portion)}并用`,
      },
      help: {
        en: "divide the loss in one way; only `share` and `rest` go together",
        zh: "请统一分担方式，只有`share`与`rest`可以并用",
      },
    });
  }
}

function kindOf(portion: string): string {
  return portion === "rest" ? "share" : portion;
}
