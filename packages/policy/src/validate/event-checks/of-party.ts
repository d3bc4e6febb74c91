import { type EventType, type FactReference, isFactReference, quote } from "@evenhand/domain";
import { quantityFault } from "../check-parameters.ts";
import {
  refuseParam,
  requireParam,
  valueAt,
  wantFact,
  wantNamed,
  wantTimes,
  wantValue,
  wantWord,
} from "../check-value.ts";
import type { Inspection } from "../inspection.ts";
import { literalFault } from "../literal-fault.ts";
import { figureOf } from "../figure.ts";
import { grouped } from "../shape-words.ts";
import type { Statement, StatementOf } from "../statement.ts";
import { type EventChecks, checkOnce, nothingMore } from "./event-check.ts";

/** Checks of the events that say what a matter means for a party. */
export const PARTY_CHECKS: EventChecks<
  Extract<
    EventType,
    "role" | "bear" | "exempt" | "fine" | "grade" | "deduct" | "remind" | "commend" | "suspend"
  >
> = {
  role: nothingMore,
  suspend: nothingMore,
  bear: checkBear,

  exempt(statement, inspection) {
    const { movesTo, portion } = statement.event.params;
    wantValue(valueAt(statement, "portion", portion), "rate", inspection);
    if (!movesTo) return;
    if ("party" in movesTo)
      wantFact(
        { value: movesTo.party, at: statement.placeOf("movesTo", "party"), statement },
        ["party"],
        inspection,
      );
    if ("owners" in movesTo) checkOwners(statement, movesTo.owners, inspection);
  },

  fine(statement, inspection) {
    const { amount, times, insteadOf, on, once } = statement.event.params;
    wantValue(valueAt(statement, "amount", amount), "money", inspection);
    wantTimes(valueAt(statement, "times", times), inspection);
    wantValue(valueAt(statement, "insteadOf", insteadOf), "money", inspection);
    checkInsteadOf(statement, inspection);
    checkOn(statement, on, inspection);
    checkOnce(statement, once, inspection);
  },

  grade(statement, inspection) {
    const { grade, on } = statement.event.params;
    checkGrade(grade, statement.placeOf("grade"), inspection);
    checkOn(statement, on, inspection);
  },

  deduct(statement, inspection) {
    const { params } = statement.event;
    switch (params.of) {
      case "share":
        checkLoss(statement, inspection);
        return;
      case "bonus":
        checkMonths(statement, inspection);
        checkOn(statement, params.on, inspection);
        return;
      case "grade":
        for (const [grade, rate] of Object.entries(params.rates)) {
          checkGrade(grade, statement.placeOf("rates", grade), inspection);
          wantValue({ value: rate, at: statement.placeOf("rates", grade), statement }, "rate", inspection);
        }
    }
  },

  remind: (statement, inspection) => checkOn(statement, statement.event.params.on, inspection),
  commend: (statement, inspection) => checkOn(statement, statement.event.params.on, inspection),
};

/** Of each portion, what it is divided by; anything else would say nothing. */
const PORTION_FIELDS = {
  equal: [],
  points: ["points", "of"],
  share: ["share"],
  rest: [],
} as const;

function checkBear(statement: StatementOf<"bear">, inspection: Inspection): void {
  const { params } = statement.event;
  const wanted: readonly string[] = PORTION_FIELDS[params.portion];
  for (const field of ["points", "of", "within", "share"] as const) {
    const isWanted = wanted.includes(field) || (field === "within" && params.portion === "points");
    const isThere = params[field] !== undefined;
    if (!isThere && wanted.includes(field)) requireParam(statement, field, inspection);
    if (isThere && !isWanted) {
      const portion = quote(params.portion);
      refuseParam(
        statement,
        field,
        { en: `beside the portion ${portion}`, zh: `分担方式${portion}` },
        inspection,
      );
    }
  }
  for (const field of ["points", "of"] as const) {
    const fact = params[field];
    if (fact) wantFact({ value: fact, at: statement.placeOf(field), statement }, ["integer"], inspection);
  }
  if (params.within)
    wantFact(
      { value: params.within, at: statement.placeOf("within"), statement },
      ["text", "enum", "party"],
      inspection,
    );
  wantValue(valueAt(statement, "share", params.share), "rate", inspection);
  wantWord(valueAt(statement, "bearer", params.bearer), ["party"], inspection);
  checkOnce(statement, params.once, inspection);
  if (statement.scope === "case" && params.bearer === undefined)
    requireParam(statement, "bearer", inspection);
}

function checkOwners(statement: StatementOf<"exempt">, owners: string, inspection: Inspection): void {
  const at = statement.placeOf("movesTo", "owners");
  const entry = wantNamed({ value: owners, at, statement }, ["boolean"], inspection);
  if (!entry || entry.scope === "party") return;
  inspection.report.add({
    code: "wrong-scope",
    at,
    message: {
      en: `${quote(owners)} is a fact of the case and picks no party`,
      zh: `${quote(owners)}是案件事实，不能用来选定当事方`,
    },
    help: { en: "name a fact of the parties", zh: "请引用当事方的事实" },
  });
}

/** What a fine takes the place of is never more than the fine: nobody is paid for a fault. */
function checkInsteadOf(statement: StatementOf<"fine">, { names, report }: Inspection): void {
  const { amount, times = 1, insteadOf } = statement.event.params;
  if (insteadOf === undefined) return;
  const [each, count, less] = [amount, times, insteadOf].map((value) => figureOf(value, names));
  if (each === undefined || count === undefined || less === undefined || each * count >= less) return;
  report.add({
    code: "out-of-range",
    at: statement.placeOf("insteadOf"),
    message: {
      en: `this takes off more than the fine, ${grouped(each * count)}`,
      zh: `此处减去的金额大于罚款本身（${grouped(each * count)}）`,
    },
  });
}

function checkOn(statement: Statement, on: FactReference | undefined, inspection: Inspection): void {
  if (on) wantFact({ value: on, at: statement.placeOf("on"), statement }, ["party"], inspection);
}

function checkMonths(statement: StatementOf<"deduct">, inspection: Inspection): void {
  const { params } = statement.event;
  if (params.of !== "bonus") return;
  const at = statement.placeOf("months");
  const { months } = params;
  if (isFactReference(months)) {
    wantFact({ value: months, at, statement }, ["months"], inspection);
    return;
  }
  const fault =
    literalFault(months, { type: "months" }, inspection.report) ?? quantityFault(Number(months), "months");
  if (fault) inspection.report.add({ at, ...fault });
}

function checkGrade(grade: string, at: string, { draft, report }: Inspection): void {
  const grades = draft.grades?.map(({ part }) => part);
  if (!grades || grades.includes(grade)) return;
  const help = {
    en: "list it under `grades`, in its place from mildest to gravest",
    zh: "请将其列入`grades`，按由轻到重的次序",
  };
  report.add({
    code: "unknown-value",
    at,
    message: {
      en: `${quote(grade)} is not a grade of this policy`,
      zh: `本制度没有处分等级${quote(grade)}`,
    },
    ...(report.didYouMean(grade, grades) ?? { help }),
  });
}

function checkLoss(statement: StatementOf<"deduct">, { draft, report }: Inspection): void {
  const stated = draft.header.lossFact ?? !draft.shape.isSound("/lossFact");
  if (stated) return;
  report.add({
    code: "missing-field",
    at: "/lossFact",
    message: {
      en: `\`lossFact\` is missing, though the rule ${quote(statement.rule ?? "")} deducts a share of the loss`,
      zh: `缺少\`lossFact\`，而规则${quote(statement.rule ?? "")}要扣减损失份额`,
    },
    help: { en: "name the fact that holds the loss", zh: "请指明记载损失金额的事实" },
  });
}
