import { type Departure, parseJson } from "@evenhand/domain";
import { type AppealRow, type Db, type StoredDecision, staffIdsOf } from "@evenhand/store";
import { again } from "../cases/again.ts";
import { type ServiceContext, type Working, workingWith } from "../context.ts";
import { recordFrom } from "../decisions/decision-view.ts";
import { type Figures, NOTHING, figuresIn, isSame } from "../decisions/figures.ts";
import { readDepartures } from "../decisions/read-decision-request.ts";
import { supersede } from "../decisions/supersede.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { choiceField, openFields, textField } from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { type Ending, keepEnding, resumeDeduction, takeAppeal } from "./close-appeal.ts";
import { appealBody } from "./file-appeal.ts";
import { isInvolved } from "./involved.ts";
import { lockChain } from "./lock-chain.ts";

/** `upheld`: the decision stands; `reduced`, `overturned`: another takes its place. */
const VERDICTS = ["upheld", "reduced", "overturned"] as const;
type AppealVerdict = (typeof VERDICTS)[number];

type Deciding = {
  readonly verdict: AppealVerdict;
  readonly reason: string;
  /** Of `reduced` alone: the figures that are decided for the party now; what it leaves out stays as decided before. */
  readonly departures: readonly Departure[];
};

type DecideAsk = OnceAsk & { readonly appeal: string; readonly deciding: Deciding };

/**
 * Decides an appeal. Upheld, the schedule resumes; reduced or overturned, a superseding decision is recorded and the
 * difference is reversed; where nothing is charged any more none is needed. Objecting never raises a penalty. Whoever
 * recorded the decision does not decide about the appeal, nor does anybody whom it concerns.
 */
export async function decideAppeal(
  context: ServiceContext,
  ask: OnceAsk & { readonly appeal: string },
): Promise<Answer | RefusedAsk> {
  const read = readDeciding(ask.request.body);
  if ("refusal" in read) return read;
  const working = await workingWith(context);
  return again(() => once(context, ask, (tx) => decideIn(working, tx, { ...ask, deciding: read })));
}

function readDeciding(text: string): Deciding | RefusedAsk {
  const parsed = parseJson(text, REQUEST_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const problems: SentProblem[] = [];
  const fields = openFields(parsed.value, {
    required: ["verdict", "reason"],
    optional: ["departures"],
    problems,
  });
  const verdict = fields && choiceField(fields, "verdict", VERDICTS);
  const reason = fields && textField(fields, "reason", 2_000);
  const departures = fields ? readDepartures(fields) : [];
  if (verdict === "reduced" && departures.length === 0 && problems.length === 0) problems.push(NO_FIGURES);
  if (verdict !== undefined && verdict !== "reduced" && departures.length > 0) problems.push(NOT_REDUCED);
  if (departures.length > 1) problems.push(ONE_PARTY);
  return verdict === undefined || reason === undefined || problems.length > 0
    ? refusedAsk(...problems)
    : { verdict, reason, departures };
}

async function decideIn(working: Working, tx: Db, ask: DecideAsk): Promise<Answer | RefusedAsk> {
  const { actor, appeal: id, deciding } = ask;
  const taken = await takeAppeal(tx, id);
  if ("refusal" in taken) return taken;
  const { appeal, against } = taken;
  const staffId = (await staffIdsOf(tx, [appeal.person])).get(appeal.person) ?? appeal.person;
  const inForce = await lockChain(tx, against, new Map([[staffId, appeal.person]]));
  const other = deciding.departures.findIndex(({ party }) => party !== staffId);
  if (other !== -1) return refusedAsk(otherParty(other));
  if (await isInvolved(working.rules, tx, { actor, appeal, against, inForce }))
    return refusedAsk(SAME_DECIDER);
  const reason = await keepText(working, tx, { value: deciding.reason, objectId: id });
  const ending: Ending = { ...taken, actor, verdict: deciding.verdict, reason };
  // Planned again first, so that what a superseding decision takes off is taken off the plan.
  const resumed = await resumeDeduction(working, tx, ending);
  if ("refusal" in resumed) return resumed;
  const superseding = await supersedeIn(working, tx, { ask, appeal, inForce });
  if (superseding && "refusal" in superseding) return superseding;
  await keepEnding(tx, ending, { at: resumed.at, supersededBy: superseding?.id ?? null });
  return { status: 200, body: await appealBody(tx, id) };
}

async function supersedeIn(
  working: Working,
  tx: Db,
  given: { readonly ask: DecideAsk; readonly appeal: AppealRow; readonly inForce: StoredDecision },
): Promise<{ readonly id: string } | RefusedAsk | undefined> {
  const { ask, appeal, inForce } = given;
  const { actor, deciding } = ask;
  if (deciding.verdict === "upheld") return undefined;
  const figures = figuresIn(recordFrom(inForce));
  const before = figures.get(appeal.person) ?? NOTHING;
  const after = deciding.verdict === "overturned" ? NOTHING : reducedTo(before, deciding);
  if (isRaised(working, inForce, { before, after })) return refusedAsk(RAISES);
  if (isSame(before, after)) return deciding.verdict === "overturned" ? undefined : refusedAsk(NOT_LOWER);
  const settled = {
    figures: new Map([...figures, [appeal.person, after]]),
    asked: new Set([appeal.person]),
  };
  return supersede(working, tx, { actor, inForce, settled, reason: deciding.reason, appeal: appeal.id });
}

function reducedTo(before: Figures, { departures: [departure] }: Deciding): Figures {
  const {
    fineMinor = before.fineMinor,
    bonusMinor = before.bonusMinor,
    grade = before.grade,
  } = departure ?? {};
  return { fineMinor, bonusMinor, grade };
}

/** Whether more is charged, or a graver grade given: a policy lists its grades mildest first. */
function isRaised(
  { rules }: Working,
  { policy_id, policy_version }: StoredDecision,
  { before, after }: { readonly before: Figures; readonly after: Figures },
): boolean {
  const found = rules.version(policy_id, policy_version);
  const grades = "refusal" in found ? [] : found.version.policy.grades;
  const gravity = ({ grade }: Figures): number => (grade === null ? -1 : grades.indexOf(grade));
  const total = ({ fineMinor, bonusMinor }: Figures): number => fineMinor + bonusMinor;
  return total(after) > total(before) || gravity(after) > gravity(before);
}

const NO_FIGURES: SentProblem = {
  code: "missing-field",
  at: "/departures",
  message: {
    en: "an appeal that reduces a decision says in `departures` to what",
    zh: "减轻处理的，须在`departures`中填写减轻后的数额",
  },
};

const NOT_REDUCED: SentProblem = {
  code: "unknown-field",
  at: "/departures",
  message: {
    en: "`departures` go with the verdict `reduced` alone",
    zh: "只有裁决为`reduced`时才能填写`departures`",
  },
};

const ONE_PARTY: SentProblem = {
  code: "duplicate-party",
  at: "/departures/1/party",
  message: {
    en: "an appeal is decided for one party, so that there is one departure",
    zh: "申诉裁决只针对一个当事方，只能填写一项变更",
  },
};

const NOT_LOWER: SentProblem = {
  code: "nothing-departs",
  at: "/departures/0",
  message: {
    en: "these are the figures that were decided before",
    zh: "所填数额与原决定相同",
  },
  help: {
    en: "state lower ones, or let the decision stand with the verdict `upheld`",
    zh: "请填写较低的数额；如维持原决定，请裁决为`upheld`",
  },
};

const SAME_DECIDER: SentProblem = {
  code: "same-decider",
  at: "",
  message: {
    en: "whoever recorded the decision, is a party to the case or gave the instruction does not decide about the appeal",
    zh: "作出原决定的人员、本案当事方及下达指示的人不得裁决申诉",
  },
  help: { en: "somebody else must decide", zh: "须由他人裁决" },
};

const RAISES: SentProblem = {
  code: "out-of-range",
  at: "/departures",
  message: {
    en: "objecting never raises a penalty, and these figures are higher than those decided",
    zh: "不得因申诉加重处理，所填数额高于原决定",
  },
};

function otherParty(index: number): SentProblem {
  return {
    code: "unknown-party",
    at: `/departures/${index}/party`,
    message: {
      en: "an appeal is decided for the party who filed it, and for nobody else",
      zh: "申诉裁决只能变更申诉人本人的处理",
    },
  };
}
