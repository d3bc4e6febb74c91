import type { Actor, Language } from "@evenhand/domain";
import { isPseudonym } from "@evenhand/evidence";
import { type StatementInput, renderStatement } from "@evenhand/notices";
import { type Db, decisionsOfAccounts, knownPersons } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { recordFrom } from "../decisions/decision-view.ts";
import { type Statement, statementOf } from "../ledger/statement.ts";
import { noPerson } from "../payroll/known-person.ts";
import { mayReadPerson } from "../people/own-or-other.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { recordedRules } from "../rulebook/recorded-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type Download, type TableFormat, pageDownload, tableDownload } from "./download.ts";
import type { PageLinks } from "./export-announcement.ts";
import { houseRules } from "./one-currency.ts";
import { exportReader, shortInPage } from "./reader.ts";
import { type StatementPart, statementTable } from "./statement-table.ts";

export type StatementAsk = {
  readonly actor: Actor;
  /** A staff number; for whom names are masked, a pseudonym. */
  readonly staffId: string;
  readonly language: Language;
  readonly format: TableFormat | "html";
  /** Which of its tables, of a file for spreadsheets; default the entries. */
  readonly part?: StatementPart;
  readonly links?: PageLinks;
};

/**
 * What somebody owes and has paid, as a page or as a table. Refused where nothing is known of them, and in the same words
 * where it is not for the asker.
 */
export async function exportStatement(
  context: Pick<ServiceContext, "store" | "rulebook" | "now">,
  ask: StatementAsk,
): Promise<Download | RefusedAsk> {
  const { actor, staffId, language, format, part = "entries", links } = ask;
  const refused = refusedAsk(noPerson(staffId));
  if (!mayReadPerson(actor, staffId)) return refused;
  const { masked } = exportReader(actor);
  // Whoever is not shown names must not learn them by asking for one number after another.
  if (masked && !isPseudonym(staffId)) return refused;
  const rules = await context.rulebook();
  const input = await context.store.read(async (db) => {
    const person = masked ? staffId : ((await knownPersons(db, [staffId])).get(staffId) ?? staffId);
    const statement = await statementOf(db, person);
    return statement && inputFor(db, rules, { statement, staffId, language, asOf: context.now() });
  });
  if (!input) return refused;
  const shown = masked ? { ...input, person: shortInPage(staffId) } : input;
  const name = { en: `statement-${shown.person}`, zh: `扣减对账单-${shown.person}` };
  return format === "html"
    ? pageDownload(renderStatement({ ...shown, ...links }), { language, name })
    : tableDownload(statementTable(input, part), { format, language, name });
}

async function inputFor(
  db: Db,
  rules: Rulebook,
  given: {
    readonly statement: Statement;
    readonly staffId: string;
    readonly language: Language;
    readonly asOf: number;
  },
): Promise<StatementInput> {
  const { statement, staffId, language, asOf } = given;
  const { closedThrough, leftIn } = statement;
  const decisions = await decisionsOfAccounts(
    db,
    statement.accounts.map(({ decision }) => decision),
  );
  const accounts = [];
  for (const { decision, state, balance } of statement.accounts) {
    const first = decisions.find(({ id }) => id === decision);
    if (!first) throw new Error("an account has no decision");
    const { policy } = (await recordedRules(rules, db, recordFrom(first))).version;
    const { reference, decided_on: decidedOn } = first;
    accounts.push({ account: decision, policy, reference, decidedOn, state, balance });
  }
  const house = houseRules(rules);
  return {
    person: staffId,
    language,
    asOf,
    timeZone: accounts[0]?.policy.timeZone ?? house.timeZone,
    currency: statement.currency ?? house.currency,
    balance: statement.balance,
    months: statement.months.map(({ month, plannedMinor, deductedMinor, capMinor }) => ({
      month,
      plannedMinor,
      takenMinor: deductedMinor,
      capMinor,
      closed: closedThrough !== null && month <= closedThrough,
    })),
    accounts: accounts.map(({ policy, ...account }) => ({ ...account, policy: policy.title })),
    entries: statement.entries.map((entry) => ({ ...entry, at: Date.parse(entry.at) })),
    ...(leftIn === null ? {} : { leftIn }),
  };
}
