import { type Departure, parseJson, quote } from "@evenhand/domain";
import { resume } from "@evenhand/ledger";
import {
  type AppealRow,
  type AppealState,
  type Db,
  type StoredDecision,
  actorName,
  decideAppeal as keepVerdict,
  decisionById,
  decisionInForce,
  knownPersons,
  lockAppeal,
  openAppeals,
  partiesOf,
  staffIdsOf,
} from "@evenhand/store";
import { again } from "../cases/again.ts";
import { type ServiceContext, type Working, workingWith } from "../context.ts";
import { recordIn } from "../decisions/decision-view.ts";
import { type Figures, NOTHING, figuresIn, isSame } from "../decisions/figures.ts";
import { readDepartures } from "../decisions/read-decision-request.ts";
import { supersede } from "../decisions/supersede.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { choiceField, openFields, textField } from "../input/read-fields.ts";
import { type LedgersChanged, changeLedgers } from "../ledger/change-ledgers.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { appealBody } from "./file-appeal.ts";
import { noAppeal } from "./problems.ts";

/** `upheld`: the decision stands; `reduced`, `overturned`: another takes its place; `withdrawn`: by the party. */
const VERDICTS = ["upheld", "reduced", "overturned", "withdrawn"] as const;
type AppealVerdict = (typeof VERDICTS)[number];

type Deciding = {
  readonly verdict: AppealVerdict;
  readonly reason: string;
  /** Of `reduced` alone: the figures that are decided for the party now; what it leaves out stays as decided before. */
  readonly departures: readonly Departure[];
};

type DecideAsk = OnceAsk & { readonly appeal: string; readonly deciding: Deciding };

/**
 * Decides an appeal. Upheld or withdrawn, the schedule resumes; reduced or overturned, a superseding decision is recorded
 * and the difference is reversed; where nothing is charged any more none is needed. Objecting never raises a penalty.
 * Whoever recorded the decision does not decide about the appeal, nor does any party to it; the one who objects may
 * withdraw.
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
  // INVARIANT: of two who decide about it at once the later one finds it decided.
  const appeal = await lockAppeal(tx, id);
  if (!appeal) return refusedAsk(noAppeal(id));
  if (appeal.state !== "open") return refusedAsk(decidedAlready(appeal.state));
  const against = await decisionById(tx, appeal.decision_id);
  if (!against) throw new Error("an appeal is against no decision");
  const staffId = (await staffIdsOf(tx, [appeal.person])).get(appeal.person) ?? appeal.person;
  const decider =
    actor.kind === "user" ? (await knownPersons(tx, [actor.person])).get(actor.person) : undefined;
  const inForce = await inForceOn(tx, against);
  const parties = (await partiesOf(tx, [against.id])).map(({ person }) => person);
  const refused = refusalOf(ask, { recorders: recordersOf(against, inForce), parties, staffId, decider });
  if (refused) return refusedAsk(refused);
  const reason = await keepText(working, tx, { value: deciding.reason, objectId: id });
  const resumed = await resumeDeduction(working, tx, { ask, appeal, against, reason });
  if ("refusal" in resumed) return resumed;
  const superseding = await supersedeIn(working, tx, { ask, appeal, inForce });
  if (superseding && "refusal" in superseding) return superseding;
  await keepVerdict(tx, id, {
    state: deciding.verdict,
    decided_at: resumed.at,
    decided_by: actorName(actor),
    reason,
    superseding_id: superseding?.id ?? null,
  });
  return { status: 200, body: await appealBody(tx, id) };
}

async function inForceOn(tx: Db, { policy_id, reference }: StoredDecision): Promise<StoredDecision> {
  const inForce = await decisionInForce(tx, { policyId: policy_id, reference });
  if (!inForce) throw new Error("a case with an appeal has no decision in force");
  return inForce;
}

/**
 * The pseudonyms of those who recorded what is objected to: the decision, and the one that is in force by now. One that
 * answered somebody's appeal was recorded by whoever decided about that, who may decide about the next one as well.
 */
function recordersOf(against: StoredDecision, inForce: StoredDecision): readonly (string | null)[] {
  const others = inForce.appeal_id === null ? [inForce.recorded_by_person] : [];
  return [against.recorded_by_person, ...others];
}

function refusalOf(
  { actor, deciding }: DecideAsk,
  {
    recorders,
    parties,
    staffId,
    decider,
  }: {
    readonly recorders: readonly (string | null)[];
    /** The pseudonyms of everybody whom the decision names; null of what is no person. */
    readonly parties: readonly (string | null)[];
    readonly staffId: string;
    /** The pseudonym of whoever decides, where they have one. */
    readonly decider: string | undefined;
  },
): SentProblem | undefined {
  const other = deciding.departures.findIndex(({ party }) => party !== staffId);
  if (other !== -1) return otherParty(other);
  if (actor.kind !== "user") return undefined;
  const isAppellant = actor.person === staffId;
  // Giving an objection up is the party's own right; whoever recorded the decision must not be able to do it for them.
  if (isAppellant && deciding.verdict === "withdrawn") return undefined;
  const isInvolved = decider !== undefined && [...recorders, ...parties].includes(decider);
  return isAppellant || isInvolved ? SAME_DECIDER : undefined;
}

/**
 * Planned again first, so that what a superseding decision takes off is taken off the plan; not while the party objects to
 * another decision of the same chain.
 */
async function resumeDeduction(
  working: Working,
  tx: Db,
  given: {
    readonly ask: DecideAsk;
    readonly appeal: AppealRow;
    readonly against: StoredDecision;
    readonly reason: string;
  },
): Promise<LedgersChanged<object> | RefusedAsk> {
  const { ask, appeal, against, reason } = given;
  const { id, person } = appeal;
  const account = against.root_id;
  return changeLedgers(
    working,
    tx,
    { actor: ask.actor, action: "appeal.decided", object: { kind: "appeal", id }, persons: [person] },
    async (ledgers) => {
      const ledger = ledgers.of(person);
      const others = (await openAppeals(tx, account)).filter((one) => one.person === person && one.id !== id);
      const held = ledger.accounts.find((one) => one.account === account && one.state === "suspended");
      const result = held && others.length === 0 ? resume(ledger, { account }) : undefined;
      if (result && "refusal" in result) return refusedAsk(result.refusal);
      if (result) ledgers.apply(person, result.change);
      return { after: { decision: against.id, party: person, verdict: ask.deciding.verdict, reason } };
    },
  );
}

async function supersedeIn(
  working: Working,
  tx: Db,
  given: { readonly ask: DecideAsk; readonly appeal: AppealRow; readonly inForce: StoredDecision },
): Promise<{ readonly id: string } | RefusedAsk | undefined> {
  const { ask, appeal, inForce } = given;
  const { actor, deciding } = ask;
  if (deciding.verdict === "upheld" || deciding.verdict === "withdrawn") return undefined;
  const figures = figuresIn(recordIn(inForce));
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
    en: "whoever recorded the decision, or is a party to it, does not decide about the appeal",
    zh: "作出原决定的人员及当事人不得裁决申诉",
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

function decidedAlready(state: AppealState): SentProblem {
  return {
    code: "wrong-state",
    at: "",
    message: {
      en: `the appeal is decided already (${quote(state)})`,
      zh: `该申诉已有结果（${quote(state)}）`,
    },
  };
}

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
