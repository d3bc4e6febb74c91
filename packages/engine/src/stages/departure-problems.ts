import {
  type Departure,
  type LocalizedText,
  MAX_AMOUNT_MINOR,
  type PartyKind,
  type Problem,
  type RefusalCode,
  alternatives,
  amountText,
  pointer,
  quote,
  suggest,
  wordLabel,
} from "@evenhand/domain";
import { didYouMean, quoteId } from "../problems.ts";
import type { Run } from "../run.ts";
import type { Entry } from "./entries.ts";
import type { Limits } from "./guard-limits.ts";

/** Why somebody may not decide so; beyond what a request can be refused for. */
export type DepartureCode = RefusalCode | "wrong-state" | "beyond-guards" | "nothing-departs";
export type DepartureProblem = Problem<DepartureCode>;

/** Whoever can be made to answer for something; nothing is imposed on outsiders or on the company itself. */
const ANSWERABLE: ReadonlySet<PartyKind> = new Set(["person", "team", "department"]);

/** What is wrong with whom a departure names. */
export function partyProblems(run: Run, { party }: Departure, index: number): readonly DepartureProblem[] {
  const at = pointer("departures", index, "party");
  const entry = run.entries.get(party);
  if (entry && ANSWERABLE.has(entry.kind)) return [];
  if (entry) {
    const kind = wordLabel(entry.kind, {});
    return [
      {
        code: "unknown-party",
        at,
        message: {
          en: `${quoteId(party)} (${kind.en}) is nobody on whom this case can impose anything`,
          zh: `${quoteId(party)}（${kind.zh}）不是可被处理的对象`,
        },
      },
    ];
  }
  const known = run.entries.all.filter(({ kind }) => ANSWERABLE.has(kind)).map(({ id }) => id);
  const help = didYouMean(suggest(party, known));
  return [
    {
      code: "unknown-party",
      at,
      message: {
        en: `${quoteId(party)} is nobody whom the outcome names`,
        zh: `处理结果中没有${quoteId(party)}`,
      },
      ...(help ? { help } : {}),
    },
  ];
}

/** What is wrong with the figures of a departure, whoever it is about. */
export function figureProblems(run: Run, departure: Departure, index: number): readonly DepartureProblem[] {
  const problems: DepartureProblem[] = [];
  for (const name of ["fineMinor", "bonusMinor"] as const) {
    const amount = departure[name];
    if (amount === undefined || (Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_AMOUNT_MINOR))
      continue;
    problems.push({
      code: "out-of-range",
      at: pointer("departures", index, name),
      message: {
        en: `${quote(String(amount))} is not an amount in whole minor units of 0 or more`,
        zh: `${quote(String(amount))}不是以分为单位、不小于0的整数金额`,
      },
    });
  }
  const { grades } = run.loaded.version.policy;
  if (typeof departure.grade === "string" && !grades.includes(departure.grade))
    problems.push(unknownGrade(departure.grade, grades, index));
  return problems;
}

function unknownGrade(grade: string, grades: readonly string[], index: number): DepartureProblem {
  const listed = grades.map((one) => `\`${one}\``);
  return {
    code: "unknown-value",
    at: pointer("departures", index, "grade"),
    message: { en: `${quote(grade)} is no grade of this policy`, zh: `${quote(grade)}不是本制度的处分等级` },
    help: didYouMean(suggest(grade, grades)) ?? {
      en: grades.length === 0 ? "this policy has no grades" : `one of ${listed.join(", ")}, or \`null\``,
      zh: grades.length === 0 ? "本制度不设处分等级" : `可用：${alternatives([...listed, "`null`"]).zh}`,
    },
  };
}

export function namedTwice(party: string, index: number): DepartureProblem {
  return {
    code: "duplicate-party",
    at: pointer("departures", index, "party"),
    message: {
      en: `${quoteId(party)} stands among the departures twice`,
      zh: `${quoteId(party)}在变更列表中重复出现`,
    },
    help: { en: "put its figures into one departure", zh: "请将其各项合并为一项" },
  };
}

export function notUpheld({ disposition, loaded }: Run): DepartureProblem {
  const label = wordLabel(disposition, loaded.version.policy.words);
  return {
    code: "wrong-state",
    at: "/departures",
    message: {
      en: `the case is ${label.en}, and only the figures of an upheld case can be decided otherwise`,
      zh: `本案结论为“${label.zh}”，只有投诉成立的案件才能变更处罚数额`,
    },
    help: {
      en: "correct the facts of the case, or record the proposal as it is",
      zh: "请更正案件事实，或按建议记录",
    },
  };
}

export function nothingDeparts({ id }: Entry, index: number): DepartureProblem {
  return {
    code: "nothing-departs",
    at: pointer("departures", index),
    message: {
      en: `what is decided for ${quoteId(id)} is what the rules propose`,
      zh: `对${quoteId(id)}的决定与规则建议相同`,
    },
    help: { en: "leave this departure out", zh: "请去掉该项变更" },
  };
}

export type Figures = {
  readonly fineMinor: number;
  readonly bonusMinor: number;
  readonly grade: string | null;
};

type Tested = { readonly after: Figures; readonly limits: Limits; readonly index: number };

/** Where the figures come to more than statutory guards leave, or are of a kind that they forbid. */
export function beyondGuards(
  run: Run,
  entry: Entry,
  { after, limits, index }: Tested,
): DepartureProblem | undefined {
  const { currency } = run.loaded.version.policy;
  const most = Math.min(limits.mostInAllMinor, limits.lossOnly ? entry.lossMinor : Infinity);
  const found = (name: "fineMinor" | "bonusMinor", message: LocalizedText): DepartureProblem => ({
    code: "beyond-guards",
    at: pointer("departures", index, name),
    message,
  });
  if (after.fineMinor + after.bonusMinor > most) {
    const [total, allowed] = [
      amountText(after.fineMinor + after.bonusMinor, currency),
      amountText(most, currency),
    ];
    return found(after.bonusMinor > entry.bonusPenaltyMinor + entry.lossMinor ? "bonusMinor" : "fineMinor", {
      en: `${total.en} is more than the ${allowed.en} that statutory guards leave of ${quoteId(entry.id)}'s pay for this act`,
      zh: `${total.zh}超过法定限制就此行为允许从${quoteId(entry.id)}扣减的${allowed.zh}`,
    });
  }
  if (!limits.lossOnly || after.fineMinor === 0) return undefined;
  return found("fineMinor", {
    en: `a statutory guard lets only a share of the loss be taken from ${quoteId(entry.id)}, no fine`,
    zh: `法定限制只允许从${quoteId(entry.id)}扣减损失分担额，不得罚款`,
  });
}

export function tooMuch(index: number): DepartureProblem {
  return {
    code: "out-of-range",
    at: pointer("departures", index),
    message: {
      en: "fine and deduction come to more than can be reckoned exactly",
      zh: "罚款与扣减合计超出可精确计算的范围",
    },
  };
}
