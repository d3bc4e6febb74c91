import {
  type Actor,
  type DecisionRecord,
  type Language,
  alternatives,
  quote,
  reachOf,
} from "@evenhand/domain";
import { isPseudonym } from "@evenhand/evidence";
import { type NoticeInput, type OwnAppeal, noticeParties, renderNotice } from "@evenhand/notices";
import { type PersonLedger, accountMonths, monthsHeld } from "@evenhand/ledger";
import {
  type Db,
  type StoredDecision,
  appealsInChain,
  appealsOf,
  decisionById,
  decisionInForce,
  knownPersons,
} from "@evenhand/store";
import { isExhausted } from "../appeals/exhausted.ts";
import { appealWindow } from "../appeals/window.ts";
import type { ServiceContext } from "../context.ts";
import { appellantOf, hasPassed, recordFrom } from "../decisions/decision-view.ts";
import { NOTHING, figuresIn, isSame } from "../decisions/figures.ts";
import { noDecision } from "../decisions/problems.ts";
import { Ledgers } from "../ledger/ledgers.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { recordedRules } from "../rulebook/recorded-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type Download, pageDownload } from "./download.ts";
import type { PageLinks } from "./export-announcement.ts";
import { dayAt } from "./months.ts";
import { type ExportReader, exportReader, maskedForPage, shortInPage } from "./reader.ts";

export type NoticeAsk = {
  readonly actor: Actor;
  /** The id of the decision. */
  readonly id: string;
  /** For whom: a staff number or the id of a unit; for whom names are masked, a pseudonym. Default: the only party. */
  readonly party?: string;
  readonly language: Language;
  readonly links?: PageLinks;
};

/**
 * The notice of a decision for one of its parties, as a page. Whoever may only see their own is given the one for
 * themselves, and told of no other decision that there is one.
 */
export async function exportNotice(
  context: Pick<ServiceContext, "store" | "rulebook" | "now">,
  ask: NoticeAsk,
): Promise<Download | RefusedAsk> {
  const rules = await context.rulebook();
  const { id, language, links } = ask;
  const found = await context.store.read(async (db) => {
    const stored = await decisionById(db, id);
    if (!stored) return refusedAsk(noDecision(id));
    const reader = exportReader(ask.actor);
    const record = recordFrom(stored);
    const party = await partyAsked(db, record, { ask, reader });
    if ("refusal" in party) return party;
    return inputFor(db, rules, { stored, record, party: party.party, reader, language, at: context.now() });
  });
  if ("refusal" in found) return found;
  const name = { en: `notice-${id}-${found.party}`, zh: `处理决定通知书-${id}-${found.party}` };
  return pageDownload(renderNotice({ ...found, ...links }), { language, name });
}

type Asked = { readonly ask: NoticeAsk; readonly reader: ExportReader };

/** The party as the record names it. */
async function partyAsked(
  db: Db,
  record: DecisionRecord,
  { ask, reader }: Asked,
): Promise<{ readonly party: string } | RefusedAsk> {
  const { actor, id } = ask;
  const parties = noticeParties(record);
  if (actor.kind === "user" && reachOf(actor, "decisions:read") === "own") {
    const own = (await knownPersons(db, [actor.person])).get(actor.person);
    const isOwn = own !== undefined && parties.includes(own);
    return isOwn && (ask.party ?? actor.person) === actor.person
      ? { party: own }
      : refusedAsk(noDecision(id));
  }
  const [only, other] = parties;
  if (ask.party === undefined) {
    if (only !== undefined && other === undefined) return { party: only };
    return refusedAsk(whichParty(await shownAs(db, parties, reader)));
  }
  // Whoever is not shown names must not learn them by asking for one number after another.
  const known = reader.masked ? new Map<string, string>() : await knownPersons(db, [ask.party]);
  const party = known.get(ask.party) ?? ask.party;
  return parties.includes(party)
    ? { party }
    : refusedAsk(notOfDecision(ask.party, await shownAs(db, parties, reader)));
}

async function shownAs(
  db: Db,
  parties: readonly string[],
  { namesOf }: ExportReader,
): Promise<readonly string[]> {
  const names = await namesOf(db, parties);
  return parties.map((party) => names.get(party) ?? party);
}

type Noticed = {
  readonly stored: StoredDecision;
  /** As it is stored. */
  readonly record: DecisionRecord;
  readonly party: string;
  readonly reader: ExportReader;
  readonly language: Language;
  readonly at: number;
};

async function inputFor(db: Db, rules: Rulebook, noticed: Noticed): Promise<NoticeInput> {
  const { stored, record, party, reader, language, at } = noticed;
  const { version } = await recordedRules(rules, db, record);
  const { until, timeZone } = await appealWindow(rules, db, { stored, party });
  const mayAppeal =
    stored.superseded_by === null &&
    !hasPassed(until, { at, timeZone }) &&
    !(await isExhausted(db, stored, party));
  const decider = await deciderOf(db, stored, reader);
  const appellant = await appellantOf(db, record);
  const opened = await reader.open(db, { record, party });
  const shown = reader.masked ? shortInPage(party) : opened.party;
  const own = stored.superseded_by === null ? await ownAppeal(db, stored, { party, timeZone }) : undefined;
  const ledger = stored.superseded_by === null ? await accountOf(db, party, stored.root_id) : undefined;
  return {
    version,
    record: reader.masked ? maskedForPage(opened.record) : opened.record,
    party: shown,
    recordedAt: stored.recorded_at,
    language,
    appealUntil: mayAppeal ? until : null,
    isUnchanged: await isUnchanged(db, record, party),
    ...(await inForceInstead(db, stored)),
    ...(appellant === party ? { appellant: shown } : {}),
    // Of an earlier appeal nothing is told where they may appeal again.
    ...(own && (own.state === "open" || !mayAppeal) ? { ownAppeal: own } : {}),
    ...(ledger ? { ledger } : {}),
    ...(decider === undefined ? {} : { decidedBy: decider }),
  };
}

/** The decision in force, where that is another one by now. */
async function inForceInstead(db: Db, stored: StoredDecision): Promise<Pick<NoticeInput, "supersededBy">> {
  if (stored.superseded_by === null) return {};
  const { policy_id: policyId, reference } = stored;
  const inForce = await decisionInForce(db, { policyId, reference });
  return { supersededBy: inForce?.id ?? stored.superseded_by };
}

/** Whether the decision before says of somebody what this one says. */
async function isUnchanged(db: Db, record: DecisionRecord, party: string): Promise<boolean> {
  const before = record.supersedes === undefined ? undefined : await decisionById(db, record.supersedes);
  if (!before) return false;
  const [was, is] = [recordFrom(before), record].map((one) => figuresIn(one).get(party) ?? NOTHING);
  return was !== undefined && is !== undefined && isSame(was, is);
}

/** Staff number of whoever decided, or their pseudonym; of another system there is none. */
async function deciderOf(
  db: Db,
  { recorded_by_person: person }: StoredDecision,
  { masked, namesOf }: ExportReader,
): Promise<string | undefined> {
  if (person === null) return undefined;
  return masked ? shortInPage(person) : ((await namesOf(db, [person])).get(person) ?? person);
}

/** How the account of somebody stands now; `undefined` of units, and of whoever is charged nothing. */
async function accountOf(db: Db, party: string, account: string): Promise<NoticeInput["ledger"]> {
  if (!isPseudonym(party)) return undefined;
  const ledgers = await Ledgers.read(db, [party]);
  const isOpen = ledgers.of(party).accounts.some((one) => one.account === account);
  return isOpen
    ? { ...ledgers.account(party, account), ...surroundingsOf(ledgers.of(party), account) }
    : undefined;
}

/** What explains the months of an account: what else stands in them, their limits, and what bonuses put right. */
function surroundingsOf(
  ledger: PersonLedger,
  account: string,
): Pick<NonNullable<NoticeInput["ledger"]>, "months" | "givenBack" | "restated"> {
  const { closedThrough, entries } = ledger;
  const own = new Map(accountMonths(ledger, account).map((one) => [one.month, one]));
  const held = monthsHeld(ledger);
  const back = entries.filter((entry) => entry.account === account && entry.paidBackIn !== undefined);
  const byMonth = Map.groupBy(back, ({ kind, paidBackIn = "" }) => `${paidBackIn} ${kind}`);
  return {
    months: held.flatMap(({ month, amountMinor, atMostMinor }) => {
      const one = own.get(month);
      if (!one || one.plannedMinor === 0) return [];
      const othersMinor = amountMinor - one.plannedMinor - one.deductedMinor;
      return [{ month, othersMinor, capMinor: atMostMinor }];
    }),
    givenBack: [...byMonth.values()].map(([first, ...rest]) => ({
      month: first?.paidBackIn ?? "",
      amountMinor: [first, ...rest].reduce((sum, entry) => sum + (entry?.amountMinor ?? 0), 0),
      why: first?.kind === "carried" ? "bonus" : "decision",
      isDone: closedThrough !== null && (first?.paidBackIn ?? "") <= closedThrough,
    })),
    restated: held
      .filter(({ month }) => own.has(month) && isRestated(ledger, month))
      .map(({ month, atMostMinor }) => ({ month, capMinor: atMostMinor })),
  };
}

/** Whether payroll said one thing of the bonus of a closed month and then another. */
function isRestated({ bonuses, closedThrough }: PersonLedger, month: string): boolean {
  const said = bonuses.filter((word) => word.source === "payroll" && word.month === month);
  return (
    closedThrough !== null && month <= closedThrough && new Set(said.map((word) => word.bonusMinor)).size > 1
  );
}

/** What became of somebody's latest appeal on a case; `undefined` where they brought none. */
async function ownAppeal(
  db: Db,
  { root_id: root }: StoredDecision,
  { party, timeZone }: { readonly party: string; readonly timeZone: string },
): Promise<OwnAppeal | undefined> {
  const appeals = await appealsOf(db, await appealsInChain(db, { root, person: party }));
  const last = appeals.findLast(({ person }) => person === party);
  if (!last) return undefined;
  const filedOn = dayAt(last.filed_at, timeZone);
  if (last.state === "open") return { state: "open", filedOn };
  return { state: last.state, filedOn, decidedOn: dayAt(last.decided_at ?? last.filed_at, timeZone) };
}

function whichParty(parties: readonly string[]): SentProblem {
  return {
    code: "invalid-parameter",
    at: "/party",
    message: {
      en: "a notice is for one party, and the decision is about several or none",
      zh: "通知书只针对一个当事方，而该决定涉及多个当事方或未涉及任何当事方",
    },
    ...(parties.length === 0 ? {} : { help: oneOf(parties) }),
  };
}

function notOfDecision(party: string, parties: readonly string[]): SentProblem {
  return {
    code: "invalid-parameter",
    at: "/party",
    message: { en: `the decision is not about ${quote(party)}`, zh: `该决定未涉及${quote(party)}` },
    ...(parties.length === 0 ? {} : { help: oneOf(parties) }),
  };
}

function oneOf(parties: readonly string[]): NonNullable<SentProblem["help"]> {
  const listed = parties.slice(0, 20).map((party) => quote(party));
  return {
    en: `say for whom with \`party\`: ${listed.join(", ")}`,
    zh: `请用\`party\`指定：${alternatives(listed).zh}`,
  };
}
