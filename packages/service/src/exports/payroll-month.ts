import type { Actor, Language } from "@evenhand/domain";
import { type PersonLedger, ceilingOf, monthsHeld } from "@evenhand/ledger";
import {
  type ChainDecision,
  type Db,
  type PayrollLine,
  closedThrough,
  closingEvent,
  decisionsOfAccounts,
  payrollLines,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { recordFrom } from "../decisions/decision-view.ts";
import { recordedRules } from "../rulebook/recorded-rules.ts";
import { Ledgers } from "../ledger/ledgers.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { linesOf } from "./citations.ts";
import { exportReader } from "./reader.ts";

/** What a payroll month does with what one person owes of one decision; amounts in minor units. */
export type PayrollExportLine = {
  /** The staff number, or the pseudonym where it may not be seen. */
  readonly person: string;
  /** The decision in force, or the one that was when the month was closed. */
  readonly decision: string;
  readonly reference: string;
  readonly policyId: string;
  readonly policyTitle: string;
  readonly policyVersion: number;
  readonly articles: string;
  readonly currency: string;
  /** Still to be taken in the month. */
  readonly plannedMinor: number;
  /** Taken in the month. */
  readonly takenMinor: number;
  /** Given back with the pay of the month. */
  readonly givenBackMinor: number;
  /** What comes off the pay of the month: planned and taken, less what is given back. Below 0 it is paid out. */
  readonly netMinor: number;
  /** The most that the month may take of the person in all, by what is known now, of a closed month too. */
  readonly capMinor: number | null;
  /** Whether payroll corrected the person's bonus of the month after it was closed, so that the limit is another since. */
  readonly isRestated: boolean;
  /** What is still to be taken once the month is through. */
  readonly toComeMinor: number;
  readonly notRecoverableMinor: number;
};

export type PayrollMonth = {
  readonly month: string;
  readonly isClosed: boolean;
  /** By person, then by decision. */
  readonly lines: readonly PayrollExportLine[];
};

export type PayrollAsk = {
  readonly actor: Actor;
  readonly month: string;
  readonly language: Language;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
};

/** Records are large; so many are looked into at a time. */
const AT_A_TIME = 50;

/**
 * What a payroll month takes and gives back, person by person and decision by decision. An open month is told as it is
 * planned now; one that is closed as its closing left it, so that it is told alike for good.
 */
export async function payrollMonth(
  context: Pick<ServiceContext, "store" | "rulebook">,
  { actor, month, language, pause }: PayrollAsk,
): Promise<PayrollMonth> {
  const rules = await context.rulebook();
  const reader = exportReader(actor);
  return context.store.read(async (db) => {
    const last = await closedThrough(db);
    const isClosed = last !== null && month <= last;
    const through = isClosed ? await closingEvent(db, month) : undefined;
    const span = through === undefined ? {} : { through };
    const stored = await payrollLines(db, { month, ...span });
    const names = await reader.namesOf(
      db,
      stored.map(({ person }) => person),
    );
    const lines: PayrollExportLine[] = [];
    for (let from = 0; from < stored.length; from += AT_A_TIME) {
      const part = stored.slice(from, from + AT_A_TIME);
      const accounts = part.map(({ account }) => account);
      const chains = Map.groupBy(await decisionsOfAccounts(db, accounts, span), ({ root_id }) => root_id);
      const ledgers = await Ledgers.read(db, [...new Set(part.map(({ person }) => person))]);
      for (const line of part)
        lines.push(
          exportLine(line, {
            person: names.get(line.person) ?? line.person,
            capMinor: capOf(ledgers.of(line.person), month) ?? line.cap_minor,
            ...(await saidBy(db, rules, { ...line, chain: chains.get(line.account) ?? [], language })),
          }),
        );
      await pause();
    }
    return { month, isClosed, lines: lines.toSorted(byPerson) };
  });
}

type Said = Pick<
  PayrollExportLine,
  "decision" | "reference" | "policyId" | "policyTitle" | "policyVersion" | "articles"
>;

/** What the decision in force says; of somebody whom it lets go, the articles of the last one that charged them. */
async function saidBy(
  db: Db,
  rules: Rulebook,
  {
    chain,
    person,
    language,
  }: { readonly chain: readonly ChainDecision[]; readonly person: string; readonly language: Language },
): Promise<Said> {
  const last = chain.at(-1);
  if (!last) throw new Error("an account has no decision");
  let articles: string | undefined;
  for (const decision of chain.toReversed()) {
    const record = recordFrom(decision);
    const { version } = await recordedRules(rules, db, record);
    articles = linesOf(version, record, language).find(({ party }) => party === person)?.citation;
    if (articles !== undefined) break;
  }
  const { version } = await recordedRules(rules, db, recordFrom(last));
  return {
    decision: last.id,
    reference: last.reference,
    policyId: last.policy_id,
    policyTitle: version.policy.title[language],
    policyVersion: last.policy_version,
    articles: articles ?? "",
  };
}

/** The limit of a month by the bonus that counts now; `undefined` where nothing of the person ever stood in it. */
function capOf(ledger: PersonLedger, month: string): number | undefined {
  const held = monthsHeld(ledger).find((one) => one.month === month);
  if (held) return held.atMostMinor;
  // Everything that it took has been given back.
  const bonus = ledger.bonuses.findLast((word) => word.source === "payroll" && word.month === month);
  const stood = new Set(ledger.entries.filter((one) => one.month === month).map(({ account }) => account));
  const ceilings = ledger.accounts
    .filter(({ account }) => stood.has(account))
    .flatMap(({ terms }) => (bonus ? [ceilingOf(terms, bonus.bonusMinor)] : []));
  return ceilings.length === 0 ? undefined : Math.min(...ceilings);
}

function exportLine(
  line: PayrollLine,
  said: Said & Pick<PayrollExportLine, "person" | "capMinor">,
): PayrollExportLine {
  const { planned_minor, taken_minor, given_back_minor, owed_minor, planned_so_far_minor } = line;
  const isSettled = line.settled === 1;
  return {
    ...said,
    currency: line.currency,
    plannedMinor: planned_minor,
    takenMinor: taken_minor,
    givenBackMinor: given_back_minor,
    netMinor: planned_minor + taken_minor - given_back_minor,
    isRestated: line.restated === 1,
    // INVARIANT: whoever left has no plan, so that all they still owe is what will not be recovered.
    toComeMinor: isSettled ? 0 : owed_minor - planned_so_far_minor,
    notRecoverableMinor: isSettled ? owed_minor : 0,
  };
}

function byPerson(one: PayrollExportLine, other: PayrollExportLine): number {
  return compare(one.person, other.person) || compare(one.decision, other.decision);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
