import type { StatementWords } from "../statement-words.ts";

/** Statements in English. */
export const ENGLISH_STATEMENT: StatementWords = {
  title: "Statement of deductions",
  colon: ": ",
  sectionNumber: (index) => `${index + 1}. `,
  amountColumn: (currency) => `Amount (${currency})`,
  person: "Staff number",
  asOf: "As of",
  leftIn: (month) => ` (has left; the last payroll month is ${month})`,
  sections: { balance: "Balance", months: "Month by month", decisions: "Decisions", entries: "Entries" },
  balance: {
    toCome: "Still to be deducted",
    parts: {
      assessed: "Assessed",
      deducted: "Deducted",
      scheduled: "Planned",
      outstanding: "Outstanding",
      reversed: "Reversed",
      waived: "Waived",
      notRecoverable: "Not recoverable",
    },
    leaverEquation: "assessed = deducted + planned + outstanding + reversed + waived + not recoverable",
    equation: "assessed = deducted + planned + outstanding + reversed + waived",
    notRecoverable: (amount) =>
      `${amount} was not deducted and is not recoverable any more, since employment has ended.`,
    empty: "There is nothing on record on this day.",
  },
  months: {
    month: "Month",
    cap: "Limit",
    planned: "Planned",
    taken: "Deducted",
    room: "Room left",
    state: "Payroll",
    closed: "closed",
    open: "open",
    unknown: "bonus unknown",
    bar: "Of the limit",
    note: "Limits follow the performance bonus as far as it is known; when payroll closes a month, the real bonus counts. What a month could not take moves on to later months.",
    leaverNote:
      "Limits follow the performance bonus. The last month takes whatever is still owed, as far as its limit has room; the rest is not recoverable.",
  },
  decisions: {
    decision: "Decision",
    decidedOn: "Decided on",
    about: (policy, reference) => `“${policy}”, case ${reference}`,
    outstanding: "Outstanding",
    states: { open: "in progress", suspended: "objection open, on hold", settled: "settled" },
    state: "State",
    total: "Total",
  },
  entries: {
    day: "Day",
    kind: "Entry",
    what: "What happened",
    account: "Case",
    kinds: {
      assessed: "Assessed",
      scheduled: "Planned",
      deducted: "Deducted",
      carried: "Carried over",
      reversed: "Reversed",
      waived: "Waived",
      settled: "Settled",
    },
    says: ({ kind, month = "", from, paidBackIn }) => {
      const back = paidBackIn === undefined ? "" : `, paid back with the ${paidBackIn} payroll`;
      switch (kind) {
        case "assessed":
          return "charged by the decision, outstanding at first";
        case "scheduled":
          return `planned for ${month}`;
        case "deducted":
          return `taken from the ${month} bonus`;
        case "carried":
          return from === "deducted"
            ? `taken in excess in ${month}, outstanding again${back}`
            : `no longer planned for ${month}, outstanding again`;
        case "reversed":
          if (from === "deducted") return `taken in ${month}, no longer owed${back}`;
          return from === "scheduled"
            ? `planned for ${month}, no longer owed`
            : "outstanding, no longer owed";
        case "waived":
          return "let off, no longer owed";
        case "settled":
          return "employment ended; this part is not recoverable";
      }
    },
  },
  questions:
    "If an entry is not clear to you, the number of its decision leads to the arithmetic and the clauses behind it. You may object within the time that the notice of the decision gives.",
};
