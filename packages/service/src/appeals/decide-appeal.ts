import { type Departure, parseJson, quote } from "@evenhand/domain";
import { isPseudonym } from "@evenhand/evidence";
import { resume } from "@evenhand/ledger";
import {
  type AppealRow,
  type AppealState,
  type Db,
  type StoredDecision,
  actorName,
  appealById,
  decideAppeal as keepVerdict,
  decisionById,
  decisionInForce,
  knownPersons,
  staffIdsOf,
} from "@evenhand/store";
import { type ServiceContext, type Working, workingWith } from "../context.ts";
import { readDepartures } from "../decisions/read-decision-request.ts";
import { openedRecord, supersede } from "../decisions/supersede.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { choiceField, openFields, textField } from "../input/read-fields.ts";
import { type LedgersChanged, changeLedgers } from "../ledger/change-ledgers.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { appealBody } from "./file-appeal.ts";

/** `upheld`: the decision stands; `reduced`, `overturned`: another takes its place; `withdrawn`: by the party. */
const VERDICTS = ["upheld", "reduced", "overturned", "withdrawn"] as const;
type AppealVerdict = (typeof VERDICTS)[number];

type Deciding = {
  readonly verdict: AppealVerdict;
  readonly reasons: string;
  /** Of `reduced`: the figures that are decided for the party now. */
  readonly departures: readonly Departure[];
};

type DecideAsk = OnceAsk & { readonly appeal: string; readonly deciding: Deciding };

/**
 * Decides an appeal. Upheld or withdrawn, the schedule resumes; reduced or overturned, a superseding decision is recorded
 * and the difference is reversed. Objecting never raises a penalty. Whoever recorded the decision does not decide about
 * the appeal, nor does a party to it.
 */
export async function decideAppeal(
  context: ServiceContext,
  ask: OnceAsk & { readonly appeal: string },
): Promise<Answer | RefusedAsk> {
  const read = readDeciding(ask.request.body);
  if ("refusal" in read) return read;
  const working = await workingWith(context);
  return once(context, ask, (tx) => decideIn(working, tx, { ...ask, deciding: read }));
}

function readDeciding(text: string): Deciding | RefusedAsk {
  const parsed = parseJson(text, REQUEST_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const problems: SentProblem[] = [];
  const fields = openFields(parsed.value, {
    required: ["verdict", "reasons"],
    optional: ["departures"],
    problems,
  });
  const verdict = fields && choiceField(fields, "verdict", VERDICTS);
  const reasons = fields && textField(fields, "reasons", 2_000);
  const departures = fields ? readDepartures(fields) : [];
  if (verdict === "reduced" && departures.length === 0 && problems.length === 0) problems.push(NO_FIGURES);
  return verdict === undefined || reasons === undefined || problems.length > 0
    ? refusedAsk(...problems)
    : { verdict, reasons, departures };
}

async function decideIn(working: Working, tx: Db, ask: DecideAsk): Promise<Answer | RefusedAsk> {
  const { actor, appeal: id, deciding } = ask;
  const appeal = await appealById(tx, id);
  if (!appeal) return refusedAsk(noAppeal(id));
  if (appeal.state !== "open") return refusedAsk(decidedAlready(appeal.state));
  const against = await decisionById(tx, appeal.decision_id);
  if (!against) throw new Error("an appeal is against no decision");
  const staffId = (await staffIdsOf(tx, [appeal.person])).get(appeal.person) ?? appeal.person;
  const decider =
    actor.kind === "user" ? (await knownPersons(tx, [actor.person])).get(actor.person) : undefined;
  const refused = refusalOf(ask, { against, staffId, decider });
  if (refused) return refusedAsk(refused);
  const reasons = await keepText(working, tx, { value: deciding.reasons, objectId: id });
  const resumed = await resumeDeduction(working, tx, { ask, appeal, against, reasons });
  if ("refusal" in resumed) return resumed;
  const superseding = await supersedeIn(working, tx, { ask, against, staffId });
  if (superseding && "refusal" in superseding) return superseding;
  await keepVerdict(tx, id, {
    state: deciding.verdict,
    decided_at: resumed.at,
    decided_by: actorName(actor),
    reason: reasons,
    superseding_id: superseding?.id ?? null,
  });
  return { status: 200, body: await appealBody(tx, id) };
}

function refusalOf(
  { actor, deciding }: DecideAsk,
  {
    against,
    staffId,
    decider,
  }: {
    readonly against: StoredDecision;
    readonly staffId: string;
    /** The pseudonym of whoever decides, where they have one. */
    readonly decider: string | undefined;
  },
): SentProblem | undefined {
  const other = deciding.departures.findIndex(({ party }) => party !== staffId);
  if (other !== -1) return otherParty(other);
  if (actor.kind !== "user" || deciding.verdict === "withdrawn") return undefined;
  const isSame = decider !== undefined && decider === against.recorded_by_person;
  return isSame || actor.person === staffId ? SAME_DECIDER : undefined;
}

/** Planned again first, so that what a superseding decision takes off is taken off the plan. */
async function resumeDeduction(
  working: Working,
  tx: Db,
  given: {
    readonly ask: DecideAsk;
    readonly appeal: AppealRow;
    readonly against: StoredDecision;
    readonly reasons: string;
  },
): Promise<LedgersChanged<object> | RefusedAsk> {
  const { ask, appeal, against, reasons } = given;
  const persons = isPseudonym(appeal.person) ? [appeal.person] : [];
  const account = against.root_id;
  return changeLedgers(
    working,
    tx,
    { actor: ask.actor, action: "appeal.decided", object: { kind: "appeal", id: appeal.id }, persons },
    (ledgers) => {
      for (const person of persons) {
        const ledger = ledgers.of(person);
        const held = ledger.accounts.find((one) => one.account === account && one.state === "suspended");
        const result = held && resume(ledger, { account });
        if (result && "refusal" in result) return refusedAsk(result.refusal);
        if (result) ledgers.apply(person, result.change);
      }
      return {
        after: { decision: against.id, party: appeal.person, verdict: ask.deciding.verdict, reasons },
      };
    },
  );
}

async function supersedeIn(
  working: Working,
  tx: Db,
  given: { readonly ask: DecideAsk; readonly against: StoredDecision; readonly staffId: string },
): Promise<{ readonly id: string } | RefusedAsk | undefined> {
  const { ask, against, staffId } = given;
  const { actor, appeal, deciding } = ask;
  if (deciding.verdict === "upheld" || deciding.verdict === "withdrawn") return undefined;
  const inForce = await decisionInForce(tx, { policyId: against.policy_id, reference: against.reference });
  if (!inForce) throw new Error("a case with an appeal has no decision in force");
  const before = (await openedRecord(tx, inForce)).outcome.parties.find(({ party }) => party === staffId);
  const departures: readonly Departure[] =
    deciding.verdict === "overturned"
      ? [{ party: staffId, fineMinor: 0, bonusMinor: 0, grade: null }]
      : deciding.departures;
  const after = departures[0];
  const total = (after?.fineMinor ?? before?.fineMinor ?? 0) + (after?.bonusMinor ?? before?.bonusMinor ?? 0);
  if (before && total > before.totalMinor) return refusedAsk(RAISES);
  return supersede(working, tx, { actor, inForce, departures, reasons: deciding.reasons, appeal });
}

const NO_FIGURES: SentProblem = {
  code: "missing-field",
  at: "/departures",
  message: {
    en: "an appeal that reduces a decision says in `departures` to what",
    zh: "减轻处理的，须在`departures`中填写减轻后的数额",
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

function noAppeal(id: string): SentProblem {
  return {
    code: "not-found",
    at: "",
    message: { en: `there is no appeal ${quote(id)}`, zh: `没有编号为${quote(id)}的申诉` },
  };
}

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
