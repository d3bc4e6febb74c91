import { type EventOf, formatDay } from "@evenhand/domain";
import {
  type Fired,
  type Run,
  type Steps,
  askStage,
  giveWay,
  noteNoEffect,
  numberOf,
  setBuiltIn,
  textOf,
} from "../run.ts";
import { takeNotice } from "./notices.ts";

/** What becomes of the complaint, what kind it is, its number. The first rule by priority decides each of them. */
export function* intake(run: Run): Steps<void> {
  let decided = false;
  for (const fired of yield* askStage(run, "intake")) {
    const { event } = fired.rule.rule;
    if (event.type === "disposition") {
      if (decided)
        giveWay(fired, {
          en: `the case is already ${run.disposition}`,
          zh: "处理结论已由优先级更高的规则确定",
        });
      else dispose(run, event.params);
      decided = true;
    } else if (event.type === "classify") classify(run, event.params, fired);
    else if (event.type === "number") giveNumber(run, event.params, fired);
    else takeNotice(run, fired);
  }
  setBuiltIn(run, "disposition", run.disposition);
  setBuiltIn(run, "category", run.category ?? null);
  setBuiltIn(run, "severity", run.severity ?? null);
}

function dispose(run: Run, { disposition, ground }: EventOf<"disposition">["params"]): void {
  run.disposition = disposition;
  if (ground !== undefined) run.ground = ground;
}

function classify(run: Run, params: EventOf<"classify">["params"], fired: Fired): void {
  const category = params.category === undefined ? undefined : textOf(run, params.category, fired.slots);
  const severity = params.severity === undefined ? undefined : textOf(run, params.severity, fired.slots);
  if (category !== undefined) run.category ??= category;
  if (severity !== undefined) run.severity ??= severity;
}

/** `YYMMDD` or `YYMM` of a day, then a running number of at least so many digits: 2010-09-12 and 99 give `100912099`. */
function giveNumber(run: Run, params: EventOf<"number">["params"], fired: Fired): void {
  const { slots } = fired;
  const day = numberOf(run, params.date, slots);
  const sequence = numberOf(run, params.sequence, slots);
  if (day === undefined || sequence === undefined || sequence < 0) return noteNoEffect(fired);
  const [year = "", month = "", dayOfMonth = ""] = formatDay(day).split("-");
  const date = year.slice(-2) + month + (params.dateFormat === "YYMMDD" ? dayOfMonth : "");
  run.caseNumber ??= date + String(sequence).padStart(params.digits, "0");
}
