import { type Balance, formatDay, localDay } from "@evenhand/domain";
import { dayInWords, monthInWords } from "@evenhand/policy";
import { limitBar } from "../html/bar.ts";
import { documentOf } from "../html/document.ts";
import { heading } from "../html/heading.ts";
import { type Markup, markup } from "../html/markup.ts";
import { type Section, code, numberedSections, paragraph } from "../html/parts.ts";
import { type Row, table } from "../html/table.ts";
import { moneyInColumn, moneyInSentence } from "../shared/money.ts";
import { nameOf } from "../shared/naming.ts";
import { ENGLISH_STATEMENT } from "../words/en/statement.ts";
import type { StatementWords } from "../words/statement-words.ts";
import { CHINESE_STATEMENT } from "../words/zh/statement.ts";
import type { StatementInput } from "./statement-input.ts";

/**
 * The ledger of one person as a document: what was assessed and where it stands, month by month under the limit, decision
 * by decision, and every entry with its day. Whole HTML, to be read on a screen or printed on A4.
 *
 * @example renderStatement({ person: "P1", language: "zh", asOf, timeZone: "Asia/Shanghai", currency: "CNY", … })
 * // "<!doctype html>\n<html lang=\"zh-CN\">…"
 */
export function renderStatement(input: StatementInput): string {
  const words = input.language === "zh" ? CHINESE_STATEMENT : ENGLISH_STATEMENT;
  const sections = [
    balanceSection(input, words),
    monthsSection(input, words),
    accountsSection(input, words),
    entriesSection(input, words),
  ];
  return documentOf({
    ...input,
    kind: "statement",
    title: `${words.title} ${input.person}`,
    body: [headOf(input, words), ...numberedSections(sections, words.sectionNumber)],
  });
}

function headOf(input: StatementInput, words: StatementWords): Markup {
  const { language, names, company, leftIn } = input;
  const person = nameOf(input.person, { language, names });
  return heading({
    company,
    title: words.title,
    details: [
      markup`${words.person}${words.colon}${code(person)}${leftIn !== undefined && words.leftIn(monthInWords(leftIn, language))}`,
      markup`${words.asOf}${words.colon}${dayOf(input.asOf, input)}`,
    ],
  });
}

function dayOf(at: number, { timeZone, language }: StatementInput): string {
  return dayInWords(formatDay(localDay(at, timeZone)), language);
}

const PARTS = ["assessed", "deducted", "scheduled", "outstanding", "reversed", "waived"] as const;
const PARTS_OF_LEAVER = [...PARTS, "notRecoverable"] as const;

/** As a statement shows it: what will not be recovered stands by itself, so that everything outstanding is still to come. */
function shown(balance: Balance): Balance {
  return { ...balance, outstandingMinor: balance.outstandingMinor - balance.notRecoverableMinor };
}

function partsOf({ notRecoverableMinor }: Balance): readonly (typeof PARTS_OF_LEAVER)[number][] {
  return notRecoverableMinor === 0 ? PARTS : PARTS_OF_LEAVER;
}

function balanceSection(input: StatementInput, words: StatementWords): Section {
  const balance = shown(input.balance);
  const toCome = balance.scheduledMinor + balance.outstandingMinor;
  const parts = partsOf(balance).map(
    (
      part,
    ) => markup`<div><dt>${words.balance.parts[part]}</dt><dd>${moneyInColumn(amountOf(balance, part), input.currency)}</dd></div>
`,
  );
  const notes = [
    ...(balance.notRecoverableMinor === 0
      ? []
      : [words.balance.notRecoverable(moneyInSentence(balance.notRecoverableMinor, input))]),
    ...(input.entries.length === 0 ? [words.balance.empty] : []),
  ];
  return {
    heading: words.sections.balance,
    body: [
      markup`<div class="result"><p class="figure"><span>${words.balance.toCome}</span> <strong>${moneyInSentence(toCome, input)}</strong></p>
<dl class="tiles">
${parts}</dl></div>
`,
      paragraph(
        balance.notRecoverableMinor === 0 ? words.balance.equation : words.balance.leaverEquation,
        "note",
      ),
      ...notes.map((note) => paragraph(note, "note")),
      paragraph(words.questions, "note"),
    ],
  };
}

function amountOf(balance: Balance, part: (typeof PARTS_OF_LEAVER)[number]): number {
  return balance[`${part}Minor`];
}

function monthsSection(input: StatementInput, words: StatementWords): Section | undefined {
  const { months, language, currency } = input;
  if (months.length === 0) return undefined;
  const figure = (minor: number): string => moneyInColumn(minor, currency);
  const rows = months.map(({ month, plannedMinor, takenMinor, capMinor, closed }): Row => ({
    kind: "cells",
    cells: [
      monthInWords(month, language),
      closed ? words.months.closed : words.months.open,
      capMinor === null ? words.months.unknown : figure(capMinor),
      figure(takenMinor),
      figure(plannedMinor),
      capMinor === null ? "–" : figure(Math.max(0, capMinor - takenMinor - plannedMinor)),
      capMinor !== null && limitBar({ takenMinor, plannedMinor, limitMinor: capMinor }),
    ],
  }));
  const columns = [
    { heading: words.months.month, kind: "term" },
    { heading: words.months.state, kind: "term" },
    { heading: words.months.cap, kind: "figure" },
    { heading: words.months.taken, kind: "figure" },
    { heading: words.months.planned, kind: "figure" },
    { heading: words.months.room, kind: "figure" },
    { heading: words.months.bar, kind: "figure" },
  ] as const;
  return {
    heading: words.sections.months,
    body: [
      markup`<div class="long">${table({ label: words.sections.months, columns, rows })}</div>
`,
      paragraph(input.leftIn === undefined ? words.months.note : words.months.leaverNote, "note"),
    ],
  };
}

function accountsSection(input: StatementInput, words: StatementWords): Section | undefined {
  const { accounts, language, currency, balance: all } = input;
  if (accounts.length === 0) return undefined;
  const { parts } = words.balance;
  const told = (["assessed", "deducted", "scheduled", "outstanding", "notRecoverable"] as const).filter(
    (part) => part !== "notRecoverable" || all.notRecoverableMinor > 0,
  );
  const figures = (balance: Balance): readonly string[] =>
    told.map((part) => moneyInColumn(amountOf(shown(balance), part), currency));
  const rows = accounts.map(({ account, policy, reference, decidedOn, state, balance }): Row => ({
    kind: "cells",
    cells: [
      markup`${code(account)}<small>${words.decisions.about(policy[language], reference)}</small>`,
      markup`${dayInWords(decidedOn, language)}<small>${words.decisions.states[state]}</small>`,
      ...figures(balance),
    ],
  }));
  const columns = [
    { heading: words.decisions.decision, kind: "text" },
    { heading: words.decisions.decidedOn, kind: "text" },
    ...told.map((part) => ({ heading: parts[part], kind: "figure" }) as const),
  ] as const;
  const total: Row = { kind: "total", cells: [words.decisions.total, "", ...figures(all)] };
  return {
    heading: words.sections.decisions,
    body: [table({ label: words.sections.decisions, columns, rows: [...rows, total] })],
  };
}

function entriesSection(input: StatementInput, words: StatementWords): Section | undefined {
  const { entries, accounts, language, currency } = input;
  const references = new Map(accounts.map(({ account, reference }) => [account, reference]));
  if (entries.length === 0) return undefined;
  const inWords = (month: string | undefined): string | undefined =>
    month === undefined ? undefined : monthInWords(month, language);
  const rows = entries.map(({ at, kind, account, amountMinor, month, from, paidBackIn }): Row => ({
    kind: "cells",
    cells: [
      dayOf(at, input),
      words.entries.kinds[kind],
      words.entries.says({ kind, from, month: inWords(month), paidBackIn: inWords(paidBackIn) }),
      references.get(account) ?? account,
      moneyInColumn(amountMinor, currency),
    ],
  }));
  const columns = [
    { heading: words.entries.day, kind: "term" },
    { heading: words.entries.kind, kind: "term" },
    { heading: words.entries.what, kind: "text" },
    { heading: words.entries.account, kind: "text" },
    { heading: words.amountColumn(currency), kind: "figure" },
  ] as const;
  return {
    heading: words.sections.entries,
    body: [
      markup`<div class="long entries">${table({ label: words.sections.entries, columns, rows })}</div>
`,
    ],
  };
}
