import type { Collection, NoticeWords } from "../notice-words.ts";

/** Notices in English. */
export const ENGLISH_NOTICE: NoticeWords = {
  title: "Notice of decision",
  yes: "yes",
  no: "no",
  list: (members) => members.join("; "),
  sentences: (sentences) => sentences.join(" "),
  erasedText: "(the text has since been erased, as the rules require)",
  sectionNumber: (index) => `${index + 1}. `,
  colon: ": ",
  amountColumn: (currency) => `Amount (${currency})`,

  head: {
    number: "No.",
    decidedOn: "Decided on",
    to: "To",
    unit: "Unit",
    reference: "Case",
    policy: "Policy",
    policyTitle: ({ title, version, from }) => `“${title}”, version ${version}, in force from ${from}`,
    superseded: (inForce) =>
      `This decision no longer has effect. Decision ${inForce} has taken its place and is the one in force.`,
    supersedes: (decision) =>
      `This decision takes the place of decision ${decision}, which no longer has effect; any difference in what was taken is made good.`,
    unchanged: (decision) =>
      `This decision takes the place of decision ${decision}, which no longer has effect; what was decided for you is unchanged.`,
    answersObjection: "It is the answer to your objection.",
  },

  sections: {
    result: "Result",
    facts: "What was found",
    clauses: "Which clauses apply",
    reckoning: "How the amount was worked out",
    months: "When it is taken",
    duties: "What is to be done, and by when",
    decision: "Who decided",
    objection: "If you disagree",
    check: "How to check this decision",
  },

  result: {
    total: "Total charged",
    nothing: "Nothing is charged",
    gradeAlone: (grade) => `${grade}; nothing is charged`,
    reminderAlone: "A reminder; nothing is charged",
    commendationAlone: "A commendation",
    conclusion: "Conclusion",
    dispositions: {
      upheld: "The complaint is upheld",
      "not-upheld": "The complaint is not upheld",
      "out-of-scope": "The policy does not cover the complaint",
      referred: "The matter goes to management",
      pending: "No conclusion yet",
      refused: "No such decision may be taken",
    },
    because: (conclusion, ground) => `${conclusion}: ${ground}`,
    category: "Recorded as",
    severity: "Severity",
    caseNumber: "Case number",
    role: "Role",
    share: "Share",
    shareOf: ({ percentage, noun, amount, isWhole }) => {
      const share = `${percentage} of ${noun}`;
      if (amount === undefined) return share;
      return isWhole
        ? `${share}, ${amount}`
        : `${share}; ${amount} of it is charged, the company bears the rest`;
    },
    exemption: "Exempt because",
    fine: "Fine",
    ofWhichFine: (fine, rest) => `${fine}, and ${rest} from the performance bonus`,
    grade: "Grade",
    gradeGiven: (grade) => grade,
    reminder: "Reminder",
    reminderGiven: "given",
    commendation: "Commendation",
    commendationGiven: "given",
    collection: "How it is taken",
    collected,
    notDeductible: "Not deductible",
    byLaw: (amount) => `${amount}, which the law does not allow to be taken, now or later`,
  },

  clauses: {
    clause: "Clause",
    says: "What it says, and why it applies",
    because: (reasons) => `In this case: ${reasons.join("; ")}.`,
    rule: "–",
  },

  ownPart: (noun, kind) => (kind === "person" ? `your part of ${noun}` : `the unit's part of ${noun}`),
  reckoning: {
    item: "Item",
    formula: "Arithmetic",
    inAll: "Total charged",
    proposed: "By the rules",
    decided: "Decided",
    limits: "Limit for each month",
  },

  months: {
    month: "Month",
    each: "Each month",
    count: "Months",
    before: "Planned before",
    others: "Other decisions",
    limit: "Limit",
    subtotal: "Subtotal",
    left: "Remaining",
    span: (from, to) => `${from} to ${to}`,
    sum: "Total",
    outstanding: (amount, isAll) =>
      isAll
        ? `All of it, ${amount}, stays outstanding: nothing is planned for now.`
        : `${amount} of it stays outstanding: it is not planned for now.`,
    suspended: "There is an objection; nothing is taken until it is settled.",
    superseded: (inForce) =>
      `Nothing is taken under this decision any more; decision ${inForce} says what is.`,
    appealed: (amount) => `Your objection is open: ${amount} is not taken until it is settled.`,
    reversed: (amount) => `${amount} has been reversed and is not part of what is charged.`,
    givenBack: ({ amount, month, why, isDone }) => {
      const cause = why === "bonus" ? "since the bonus was restated" : "since the decision was changed";
      return `${amount} was taken too much, ${cause}; it ${isDone ? "was" : "is"} given back with the pay of ${month}.`;
    },
    restated: (month, limit) =>
      `The performance bonus of ${month} was restated after the month was closed; its limit is ${limit} since.`,
    limitChanged:
      "The performance bonus is known to be another since the decision was taken: the limits that hold are those in the table below.",
    realBonus:
      "This follows the performance bonus as it is known now. Where the real bonus of a month is lower, only what its limit allows is taken and the rest moves on to later months. No month ever takes more than its limit.",
  },

  account: {
    whole: (charged, parts) => `Of ${charged} charged: ${parts.join("; ")}.`,
    taken: (amount) => `${amount} has been taken already`,
    waived: (amount) => `${amount} has been waived`,
    planned: (amount) => `${amount} is taken as the table says`,
    plannedAs: (amount, how) => `${amount} ${how}`,
    rest: (amount) => `${amount} of it stays outstanding, not planned for now`,
    suspended: (amount) => `${amount} is not taken while your objection is open`,
    notRecoverable: (amount) =>
      `${amount} is not recoverable, since employment has ended, and is not taken any more`,
    allTaken: "all of it has been taken",
  },

  duties: {
    named: (duty, quantity) => (quantity === undefined ? duty : `${duty} (${quantity})`),
    own: (kind, due) => {
      const whose = kind === "person" ? "for you to do" : "for the unit to do";
      return due === undefined ? whose : `${whose}, ${due}`;
    },
    due: ({ when, isDay, provisional, citation }) => {
      const caution = provisional
        ? "; provisional, since it lies beyond the published working-day calendar"
        : "";
      return `${isDay ? "by" : "until"} ${when}${citation === "" ? "" : ` (${citation})`}${caution}`;
    },
  },

  decision: {
    decidedBy: "Decided by",
    decidedOn: "Decided on",
    decidedAndRecorded: (day, recordedAt) => `${day} (recorded at ${recordedAt})`,
    level: { approves: "Approval", handles: "Handled by", level: "Level" },
    system: "submitted by an authorised system",
    safeguards: "Safeguards met",
    departure: "Departs from the rules",
    asProposed: "amount and grade are as the rules give them",
    changes: {
      fine: (from, to) => `fine ${to} instead of ${from}`,
      bonus: (from, to) => `bonus deduction ${to} instead of ${from}`,
      grade: (from, to) => `${to ?? "no grade"} instead of ${from ?? "no grade"}`,
    },
    reason: "Reason given",
  },

  objection: {
    until: (day) => `You may object to this decision up to and including ${day}.`,
    how: (to, decision) =>
      `Object to decision ${decision} in the system, or hand a written objection to ${to ?? "the personnel department"}. State the number of the decision, what you ask for and why; you may add evidence.`,
    effect:
      "While an objection is open, nothing more is taken. If the decision is reduced or overturned, what was taken in excess is paid back.",
    harmless: "Objecting never makes a decision harsher.",
    over: "No further objection to this decision is possible.",
    open: (filedOn) => `You objected on ${filedOn}; the objection is open.`,
    meanwhile: (taken) =>
      taken === undefined
        ? "Until it is settled nothing is taken, and nothing has been taken so far. If the decision is reduced or overturned, what then holds counts."
        : `Until it is settled nothing more is taken; ${taken} has been taken already. If the decision is reduced or overturned, what was taken in excess is paid back.`,
    decided: {
      upheld: ({ filedOn, decidedOn }) =>
        `You objected on ${filedOn}. The objection was dismissed on ${decidedOn}: what was decided stands.`,
      reduced: ({ filedOn, decidedOn }) =>
        `You objected on ${filedOn}. On ${decidedOn} what was decided was reduced.`,
      overturned: ({ filedOn, decidedOn }) =>
        `You objected on ${filedOn}. On ${decidedOn} what was decided was overturned.`,
      withdrawn: ({ filedOn, decidedOn }) =>
        `You objected on ${filedOn} and withdrew the objection on ${decidedOn}.`,
    },
    once: "No further objection to this decision is possible.",
    superseded: (inForce) =>
      `No further objection to this decision is possible; the one in force is decision ${inForce}.`,
  },

  check: {
    decision: "Decision",
    policy: "Policy",
    calendar: "Working-day calendar",
    guard: (jurisdiction) => `Statutory guard (${jurisdiction})`,
    compiled: "Computed by",
    reference: "Cross-checked by",
    fingerprint: (hash) => hash.slice(0, 16),
    how: "To have this decision checked, give its number to the personnel department or to an auditor. With its receipt they can show that the record has not been altered since, and they can have it worked out anew. Working out the same facts again with the versions below must give the same result. Each is named with the first 16 digits of its fingerprint (SHA-256).",
  },

  signatures: {
    decider: "Decided by (signature)",
    recipient: {
      person: "Received by",
      team: "Received for the team",
      department: "Received for the department",
      external: "Received for the addressee",
      company: "Received",
    },
    day: "Date",
    note: "To sign is to confirm receipt. It is not to agree, and it takes away no right to object.",
    noteAlone: "To sign is to confirm receipt. It is not to agree.",
  },
};

function collected(how: Collection): string {
  switch (how.kind) {
    case "budget":
      return "from the unit's budget, not from anybody's bonus";
    case "external":
      return "payable by you";
    case "nothing-planned":
      return "nothing is planned for now";
    case "months":
      return how.count === 1
        ? `in one sum, from the performance bonus of ${how.from}`
        : `from the performance bonus over ${how.count} months, ${how.from} to ${how.to}`;
  }
}
