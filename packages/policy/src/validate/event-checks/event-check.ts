import type { EventType } from "@evenhand/domain";
import type { Inspection } from "../inspection.ts";
import type { Statement, StatementOf } from "../statement.ts";

/** For each of some types of events, the check of what it says. */
export type EventChecks<Type extends EventType> = {
  readonly [Each in Type]: (statement: StatementOf<Each>, inspection: Inspection) => void;
};

/** The check of events that are words only: their shape says it all, and their words are labelled with all others. */
export function nothingMore(): void {}

/**
 * Reports `once` where there is no party of which the first could be taken.
 *
 * @example checkOnce(statement, true, inspection) // "wrong-scope" where the rule is asked of the case
 */
export function checkOnce(statement: Statement, once: boolean | undefined, { report }: Inspection): void {
  if (once !== true || statement.scope !== "case") return;
  report.add({
    code: "wrong-scope",
    at: statement.placeOf("once"),
    message: {
      en: "`once` says nothing of a rule that is asked of the case",
      zh: "`once`不适用于按案件判断的规则",
    },
    help: { en: "leave it out", zh: "请删去" },
  });
}
