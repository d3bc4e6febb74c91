import type { Outcome, PartyOutcome } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { type Side, type Writing, differencesOf } from "./outcome-differences.ts";

const WRITING: Writing = {
  nothing: "–",
  yesOrNo: (is) => (is ? "yes" : "no"),
  money: String,
  share: String,
  word: (word) => word,
  category: (category) => category,
  instalment: ({ month, amountMinor }) => `${month} ${amountMinor}`,
  due: ({ dueOn, dueAt, provisional }) => `${dueOn ?? dueAt}${provisional ? "?" : ""}`,
  compensation: ({ to, amountMinor }) => `${to} ${amountMinor}`,
  measure: ({ kind, quantity }) => `${kind} ${quantity}`,
  warning: ({ code }) => code,
};

const PERSON: PartyOutcome = {
  party: "E1",
  fineMinor: 0,
  bonusMinor: 100,
  totalMinor: 100,
  grade: null,
  reminder: false,
  commendation: false,
  schedule: [{ month: "2026-07", amountMinor: 100 }],
  outstandingMinor: 0,
  suspended: false,
};

const OUTCOME: Outcome = {
  disposition: "upheld",
  parties: [PERSON],
  bearers: [],
  deadlines: [],
  authority: { level: null, excluded: [] },
  compensation: [],
  measures: [],
  warnings: [],
};

const of = (outcome: Partial<Outcome>): Side => ({
  outcome: { ...OUTCOME, ...outcome },
  writing: WRITING,
  inIds: WRITING,
});
const ofPerson = (person: Partial<PartyOutcome>): Side => of({ parties: [{ ...PERSON, ...person }] });
const found = (before: Side, after: Side) =>
  differencesOf(before, after).map(({ field, party = "", of: whose = "", old, new: now }) =>
    [party, field, whose, old, now].join(" ").trim(),
  );

/** Each field of a party with another value than `PERSON` has. */
const OTHERWISE: { readonly [Field in Exclude<keyof PartyOutcome, "party">]: PartyOutcome[Field] } = {
  role: "inspector",
  shareMillionths: 250_000,
  exemption: "new-hire",
  fineMinor: 50,
  bonusMinor: 50,
  totalMinor: 150,
  grade: "warning",
  reminder: true,
  commendation: true,
  schedule: [{ month: "2026-08", amountMinor: 100 }],
  outstandingMinor: 7,
  suspended: true,
  notDeductibleMinor: 3,
};

/** Each field of the case with another value than `OUTCOME` has. */
const CASE_OTHERWISE: { readonly [Field in Exclude<keyof Outcome, "parties">]: Outcome[Field] } = {
  disposition: "pending",
  ground: "no-evidence",
  category: "late",
  severity: "grave",
  caseNumber: "N-1",
  bearers: [{ bearer: "company", amountMinor: 5 }],
  deadlines: [{ step: "reply", dueOn: "2026-07-10", provisional: false }],
  authority: { level: "director", excluded: [] },
  compensation: [{ to: "customer", amountMinor: 5, bearer: "company" }],
  measures: [{ kind: "training" }],
  warnings: [{ code: "no-wage", message: "", text: { en: "", zh: "" } }],
};

describe("what two outcomes say otherwise", () => {
  it.each(Object.entries(OTHERWISE))("names %s of a party by itself", (field, value) => {
    const lines = differencesOf(ofPerson({}), ofPerson({ [field]: value }));
    expect(lines.map((line) => [line.party, line.field])).toEqual([["E1", field]]);
  });

  it.each(Object.entries(CASE_OTHERWISE))("names %s of the case by itself", (field, value) => {
    const lines = differencesOf(of({}), of({ [field]: value }));
    expect(lines.map((line) => line.field)).toEqual([field === "authority" ? "level" : field]);
    expect(lines[0]?.old).not.toBe(lines[0]?.new);
  });

  it("is a line for each bearer and each step that differs, and tells a day that may still move", () => {
    const due = (dueOn: string, provisional: boolean) => ({ step: "reply", dueOn, provisional });
    const bears = (amountMinor: number) => [
      { bearer: "E1", amountMinor },
      { bearer: "company", amountMinor: 9 },
    ];
    const before = of({ bearers: bears(1), deadlines: [due("2026-07-10", false)] });
    const after = of({ bearers: bears(2), deadlines: [due("2026-07-10", true)] });
    expect(found(before, after)).toEqual(["bearers E1 1 2", "deadlines reply 2026-07-10 2026-07-10?"]);
  });

  it("tells of somebody whom only one names, and of whoever may not decide", () => {
    const nobody = of({ parties: [] });
    expect(found(nobody, ofPerson({ schedule: [], totalMinor: 0, bonusMinor: 0 }))).toEqual([
      "E1 isNamed  no yes",
    ]);
    expect(found(of({}), of({ authority: { level: null, excluded: ["E9"] } }))).toEqual(["excluded  – E9"]);
  });

  it("calls nobody exempt who bears a loss that is not taken off pay", () => {
    const exempt = ofPerson({ exemption: "new-hire" });
    const notDeducted = ofPerson({ exemption: "not-deducted" });
    expect(found(ofPerson({}), notDeducted)).toEqual(["E1 bearing  – not-deducted"]);
    expect(found(exempt, notDeducted)).toEqual(["E1 exemption  new-hire –", "E1 bearing  – not-deducted"]);
  });

  it("is nothing where they say the same in another order, or leave out what is none", () => {
    const other = { ...PERSON, party: "E2" };
    expect(found(of({ parties: [PERSON, other] }), of({ parties: [other, PERSON] }))).toEqual([]);
    expect(found(ofPerson({}), ofPerson({ shareMillionths: 0, notDeductibleMinor: 0 }))).toEqual([]);
    const text = { en: "", zh: "" };
    const lists = {
      compensation: ["customer", "courier"].map((to) => ({ to, amountMinor: 5, bearer: "company" })),
      measures: ["training", "talk"].map((kind) => ({ kind })),
      authority: { level: null, excluded: ["E8", "E9"] },
      warnings: ["no-wage", "no-role"].map((code) => ({ code, message: "", text })),
    };
    const turned = {
      compensation: lists.compensation.toReversed(),
      measures: lists.measures.toReversed(),
      authority: { level: null, excluded: ["E9", "E8"] },
      warnings: lists.warnings.toReversed(),
    };
    expect(found(of(lists), of(turned))).toEqual([]);
    // The same thing twice is not the same as once.
    const [talk] = turned.measures;
    expect(found(of({ measures: talk ? [talk] : [] }), of({ measures: talk ? [talk, talk] : [] }))).toEqual([
      "measures  talk undefined talk undefined · talk undefined",
    ]);
  });

  it("is told in ids where two of them go by one label", () => {
    const labelled = (side: Side): Side => ({
      ...side,
      writing: { ...WRITING, word: () => "a talk", measure: () => "a talk" },
    });
    const before = labelled(of({ severity: "light", measures: [{ kind: "talk", quantity: "1" }] }));
    const after = labelled(of({ severity: "slight", measures: [{ kind: "chat", quantity: "1" }] }));
    expect(found(before, after)).toEqual(["severity  light slight", "measures  talk 1 chat 1"]);
    // Where the labels tell them apart, these stand.
    const other: Side = { ...after, writing: { ...after.writing, word: () => "a chat" } };
    expect(found(before, other)).toContain("severity  a talk a chat");
  });
});
