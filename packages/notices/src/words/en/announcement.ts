import type { AnnouncementWords } from "../announcement-words.ts";

/** Announcements in English. */
export const ENGLISH_ANNOUNCEMENT: AnnouncementWords = {
  title: "Announcement of decisions",
  month: "Month",
  colon: ": ",
  issuedOn: "Announced on",
  lead: (count) =>
    count === 1
      ? "One person or unit is concerned by the decisions of this month."
      : `${count} people or units are concerned by the decisions of this month.`,
  none: "There are no decisions to announce this month.",
  policy: (title) => title,
  columns: {
    number: "No.",
    staff: "Staff number or unit",
    unit: "Unit",
    grounds: "Grounds",
    decision: "Decided on",
    grade: "Grade",
  },
  amountColumn: (currency) => (currency === undefined ? "Amount" : `Amount (${currency})`),
  grounds: (grounds) =>
    grounds.map((ground, index) => (index === 0 ? capital(ground) : inside(ground))).join("; "),
  sanctions: (sanctions) => sanctions.join(", "),
  reminder: "reminder",
  commendation: "commendation",
  total: "Total",
  objection: (to) =>
    `Whoever is concerned may object within the time stated in the notice. For questions about this announcement, turn to ${to ?? "the personnel department"}.`,
  seal: "Announced by (stamp)",
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label within a sentence; "SKU" and "P1" keep their letters. */
function inside(text: string): string {
  return /^[A-Z](?:[a-z]| )/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
