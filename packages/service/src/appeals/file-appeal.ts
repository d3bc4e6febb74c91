import { type Actor, canonicalJson, parseJson, quote, reachOf } from "@evenhand/domain";
import { isPseudonym } from "@evenhand/evidence";
import { suspend } from "@evenhand/ledger";
import {
  Conflict,
  type Db,
  type StoredDecision,
  actorName,
  appealById,
  decisionById,
  insertAppeal,
  knownPersons,
  partiesOf,
} from "@evenhand/store";
import { type ServiceContext, type Working, workingWith } from "../context.ts";
import { appealSummary, hasPassed } from "../decisions/decision-view.ts";
import { noDecision } from "../decisions/problems.ts";
import { newId } from "../identity/new-id.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { idField, openFields, textField } from "../input/read-fields.ts";
import { changeLedgers } from "../ledger/change-ledgers.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { isExhausted } from "./exhausted.ts";
import { lockChain } from "./lock-chain.ts";
import { appealWindow } from "./window.ts";

type Filing = { readonly party: string; readonly statement: string };

/**
 * Files an appeal of a person against a decision: once about one result, within the window, by the party or by somebody who
 * may record decisions on their behalf. What is not yet deducted of the decision is suspended until the appeal is decided.
 */
export async function fileAppeal(
  context: ServiceContext,
  ask: OnceAsk & { readonly decision: string },
): Promise<Answer | RefusedAsk> {
  const read = readFiling(ask.request.body, ask.actor);
  if ("refusal" in read) return read;
  try {
    const working = await workingWith(context);
    return await once(context, ask, (tx) => file(working, tx, { ...ask, filing: read }));
  } catch (error) {
    if (error instanceof Conflict && error.constraint.startsWith("appeals")) return refusedAsk(ALREADY);
    throw error;
  }
}

function readFiling(text: string, actor: Actor): Filing | RefusedAsk {
  const parsed = parseJson(text, REQUEST_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const problems: SentProblem[] = [];
  const fields = openFields(parsed.value, { required: ["statement"], optional: ["party"], problems });
  const statement = fields && textField(fields, "statement", 2_000);
  const party = (fields && idField(fields, "party")) ?? (actor.kind === "user" ? actor.person : undefined);
  return statement === undefined || party === undefined || problems.length > 0
    ? refusedAsk(...problems, ...(party === undefined && fields ? [NO_PARTY] : []))
    : { party, statement };
}

async function file(
  working: Working,
  tx: Db,
  { actor, decision, filing }: OnceAsk & { readonly decision: string; readonly filing: Filing },
): Promise<Answer | RefusedAsk> {
  const stored = await decisionById(tx, decision);
  if (!stored) return refusedAsk(noDecision(decision));
  const isOwnOnly = actor.kind === "user" && reachOf(actor, "appeals:file") === "own";
  if (isOwnOnly && filing.party !== actor.person) return refusedAsk(notConcerned(filing.party));
  const party = (await knownPersons(tx, [filing.party])).get(filing.party) ?? filing.party;
  const concerned = { stored, party, shown: filing.party, isOwnOnly };
  const refused =
    (await notOfParty(tx, concerned)) ?? (await notAtThisTime(working, tx, { stored, party, filing }));
  if (refused) return refusedAsk(refused);
  const id = newId(working, "appeal");
  const statement = await keepText(working, tx, { value: filing.statement, objectId: id });
  const account = stored.root_id;
  const done = await changeLedgers(
    working,
    tx,
    { actor, action: "appeal.filed", object: { kind: "appeal", id }, persons: [party] },
    (ledgers) => {
      const ledger = ledgers.of(party);
      const open = ledger.accounts.find((one) => one.account === account && one.state === "open");
      const result = open && suspend(ledger, { account });
      if (result && "refusal" in result) return refusedAsk(result.refusal);
      if (result) ledgers.apply(party, result.change);
      return { after: { decision, party, statement } };
    },
  );
  if ("refusal" in done) return done;
  await insertAppeal(tx, {
    id,
    decision_id: decision,
    person: party,
    statement,
    state: "open",
    filed_at: done.at,
    filed_by: actorName(actor),
    decided_at: null,
    decided_by: null,
    reason: null,
    superseding_id: null,
  });
  return { status: 201, body: await appealBody(tx, id) };
}

/** An appeal as it is told, as JSON text. */
export async function appealBody(db: Db, id: string): Promise<string> {
  const row = await appealById(db, id);
  if (!row) throw new Error("an appeal is gone");
  return canonicalJson(appealSummary(row));
}

/** Why a party has nothing to object to; it is so whatever else is decided meanwhile. */
async function notOfParty(
  tx: Db,
  {
    stored,
    party,
    shown,
    isOwnOnly,
  }: {
    readonly stored: StoredDecision;
    readonly party: string;
    readonly shown: string;
    readonly isOwnOnly: boolean;
  },
): Promise<SentProblem | undefined> {
  const parties = await partiesOf(tx, [stored.id]);
  // Whoever may only read their own is told of no other decision that there is one.
  if (!parties.some((one) => one.party === party))
    return isOwnOnly ? noDecision(stored.id) : notConcerned(shown);
  return isPseudonym(party) ? undefined : noPerson(shown);
}

/**
 * Why it cannot be objected to now. INVARIANT: asked once nobody else can put another decision in its place, so that no
 * appeal is filed against one that has lost its effect.
 */
async function notAtThisTime(
  { now, rules }: Working,
  tx: Db,
  {
    stored,
    party,
    filing,
  }: { readonly stored: StoredDecision; readonly party: string; readonly filing: Filing },
): Promise<SentProblem | undefined> {
  const inForce = await lockChain(tx, stored, new Map([[filing.party, party]]));
  if (inForce.id !== stored.id) return superseded(inForce.id);
  if (await isExhausted(tx, inForce, party)) return ALREADY;
  const { until, timeZone } = await appealWindow(rules, tx, { stored: inForce, party });
  return hasPassed(until, { at: now(), timeZone }) ? tooLate(until) : undefined;
}

const NO_PARTY: SentProblem = {
  code: "missing-field",
  at: "/party",
  message: { en: "`party` is missing", zh: "缺少`party`" },
  help: { en: "name the party who objects", zh: "请填写提出申诉的当事方" },
};

const ALREADY: SentProblem = {
  code: "already-appealed",
  at: "",
  message: {
    en: "this party has appealed against what was decided for them already",
    zh: "该当事方已就对其所作的处理提出过申诉",
  },
};

function superseded(by: string): SentProblem {
  return {
    code: "wrong-state",
    at: "",
    message: {
      en: `another decision has taken this one's place, ${quote(by)}`,
      zh: `该决定已被${quote(by)}取代`,
    },
    help: { en: "appeal against that one", zh: "请对现行决定提出申诉" },
  };
}

function notConcerned(party: string): SentProblem {
  return {
    code: "unknown-party",
    at: "/party",
    message: {
      en: `the decision says nothing about ${quote(party)}`,
      zh: `该决定未涉及${quote(party)}`,
    },
  };
}

function noPerson(party: string): SentProblem {
  return {
    code: "unknown-party",
    at: "/party",
    message: {
      en: `${quote(party)} is no person, and only a person objects`,
      zh: `${quote(party)}不是个人，只有个人可以提出申诉`,
    },
    help: {
      en: "whoever may record decisions can correct this one",
      zh: "有权作出决定的人员可以更正该决定",
    },
  };
}

function tooLate(until: string): SentProblem {
  return {
    code: "appeal-too-late",
    at: "",
    message: {
      en: `an appeal could be filed until ${until}`,
      zh: `申诉须在${until}当日或之前提出`,
    },
    help: {
      en: "whoever may record decisions can still correct this one",
      zh: "有权作出决定的人员仍可更正该决定",
    },
  };
}
