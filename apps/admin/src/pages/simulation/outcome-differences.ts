import type {
  Bearer,
  Compensation,
  Deadline,
  ENGINE_WORDS,
  Instalment,
  Measure,
  Outcome,
  PartyOutcome,
} from "@evenhand/domain";

/** How values of an outcome are written. */
export type Writing = {
  readonly nothing: string;
  readonly yesOrNo: (is: boolean) => string;
  readonly money: (minor: number) => string;
  readonly share: (millionths: number) => string;
  readonly word: (word: string) => string;
  readonly category: (category: string) => string;
  readonly instalment: (instalment: Instalment) => string;
  readonly due: (deadline: Deadline) => string;
  readonly compensation: (compensation: Compensation) => string;
  readonly measure: (measure: Measure) => string;
  readonly warning: (warning: Outcome["warnings"][number]) => string;
};

type PartyField = Exclude<keyof PartyOutcome, "party">;
type CaseField = Exclude<keyof Outcome, "parties" | "authority"> | keyof Outcome["authority"];

/** One thing that two outcomes say otherwise; `of` is whom or what of the case it is about, where there are several. */
export type OutcomeDifference = {
  readonly field: "isNamed" | "bearing" | PartyField | CaseField;
  readonly party?: string;
  readonly of?: string;
  readonly old: string;
  readonly new: string;
};

/** A value of an outcome, to be held against the same one of the other. */
type Told = Pick<OutcomeDifference, "field" | "party" | "of"> & {
  /** Which of several it is, in the ids of the document. */
  readonly id?: string;
  readonly value: unknown;
  readonly text: string;
  /** The same in ids, for two that go by one label. */
  readonly inIds: string;
};

/**
 * Everything that two outcomes say otherwise, each of them written in the words of its own version: of each party amounts
 * first, then what is said of the case. Empty where they say the same, be it in another order; in ids where two values go
 * by one label.
 *
 * @example
 * differencesOf({ outcome: before, writing, inIds }, { outcome: after, writing, inIds })
 * // [{ field: "fineMinor", party: "E1", old: "¥0.00", new: "¥50.00" }, …]
 */
export function differencesOf(before: Side, after: Side): readonly OutcomeDifference[] {
  const parties = [
    ...new Set([...after.outcome.parties, ...before.outcome.parties].map(({ party }) => party)),
  ];
  return [
    ...parties.flatMap((party) => differing(ofParty(before, party), ofParty(after, party))),
    ...differing(ofCase(before), ofCase(after), before.writing.nothing),
  ];
}

export type Side = {
  readonly outcome: Outcome;
  /** In the labels of its own version. */
  readonly writing: Writing;
  readonly inIds: Writing;
};

/** What stands in both otherwise, or in one alone, where the other says `nothing`. */
function differing(
  before: readonly Told[],
  after: readonly Told[],
  nothing = "",
): readonly OutcomeDifference[] {
  const keyOf = ({ field, id = "" }: Told): string => `${field} ${id}`;
  const [old, now] = [before, after].map((told) => new Map(told.map((one) => [keyOf(one), one])));
  const all = new Map([...before, ...after].map((one) => [keyOf(one), one]));
  return [...all].flatMap(([key, { field, party, of }]) => {
    const [was, is] = [old?.get(key), now?.get(key)];
    if (JSON.stringify(was?.value) === JSON.stringify(is?.value)) return [];
    const written = was?.text === is?.text ? "inIds" : "text";
    return [
      {
        field,
        ...(party === undefined ? {} : { party }),
        ...(of === undefined ? {} : { of }),
        old: was?.[written] ?? nothing,
        new: is?.[written] ?? nothing,
      },
    ];
  });
}

/** What an outcome means for somebody whom it does not name. */
const NOBODY: Omit<PartyOutcome, "party"> = {
  fineMinor: 0,
  bonusMinor: 0,
  totalMinor: 0,
  grade: null,
  reminder: false,
  commendation: false,
  schedule: [],
  outstandingMinor: 0,
  suspended: false,
};

/** INVARIANT: a field that an outcome gains has to be written here before this compiles. */
const OF_PARTY: {
  readonly [Field in PartyField]: (value: PartyOutcome[Field], writing: Writing) => string;
} = {
  totalMinor: (minor, { money }) => money(minor),
  fineMinor: (minor, { money }) => money(minor),
  bonusMinor: (minor, { money }) => money(minor),
  notDeductibleMinor: (minor = 0, { money }) => money(minor),
  schedule: (schedule, { instalment, nothing }) => schedule.map(instalment).join(" · ") || nothing,
  outstandingMinor: (minor, { money }) => money(minor),
  suspended: (is, { yesOrNo }) => yesOrNo(is),
  shareMillionths: (millionths = 0, { share }) => share(millionths),
  role: wordOrNothing,
  exemption: wordOrNothing,
  grade: wordOrNothing,
  reminder: (is, { yesOrNo }) => yesOrNo(is),
  commendation: (is, { yesOrNo }) => yesOrNo(is),
};

// INVARIANT: the keys of the table above.
const PARTY_FIELDS = Object.keys(OF_PARTY) as readonly PartyField[];

const NOT_DEDUCTED = "not-deducted" satisfies keyof typeof ENGINE_WORDS;

function ofParty({ outcome, writing, inIds }: Side, party: string): readonly Told[] {
  const found = outcome.parties.find((one) => one.party === party);
  const told = <Field extends PartyField>(field: Field): Told => {
    const value: PartyOutcome[Field] = (found ?? { ...NOBODY, party })[field];
    const write = OF_PARTY[field];
    // What is left out and what is none say the same.
    return { field, party, value: value ?? 0, text: write(value, writing), inIds: write(value, inIds) };
  };
  const isNamed = found !== undefined;
  const named = writing.yesOrNo(isNamed);
  const isNotDeducted = found?.exemption === NOT_DEDUCTED;
  const bearing = isNotDeducted ? writing.word(NOT_DEDUCTED) : writing.nothing;
  return [
    ...PARTY_FIELDS.map((field) =>
      // Nobody is relieved of what they bear without its being taken off their pay.
      field === "exemption" && isNotDeducted
        ? { field, party, value: 0, text: writing.nothing, inIds: writing.nothing }
        : told(field),
    ),
    { field: "bearing", party, value: isNotDeducted, text: bearing, inIds: bearing },
    { field: "isNamed", party, value: isNamed, text: named, inIds: named },
  ];
}

function ofCase({ outcome, writing, inIds }: Side): readonly Told[] {
  const { authority, bearers, deadlines, warnings, compensation, measures } = outcome;
  const told = (field: CaseField, value: unknown, write: (as: Writing) => string): Told => ({
    field,
    value,
    text: write(writing),
    inIds: write(inIds),
  });
  const word = (field: CaseField, value: string | null | undefined): Told =>
    told(field, value ?? null, (as) => wordOrNothing(value, as));
  const list = <One>(
    field: CaseField,
    values: readonly One[],
    write: (as: Writing) => (one: One) => string,
  ): Told =>
    told(field, inOneOrder(values), (as) => values.map((one) => write(as)(one)).join(" · ") || as.nothing);
  return [
    word("disposition", outcome.disposition),
    word("ground", outcome.ground),
    told("category", outcome.category ?? null, ({ category, nothing }) =>
      category(outcome.category ?? nothing),
    ),
    word("severity", outcome.severity),
    told("caseNumber", outcome.caseNumber ?? null, ({ nothing }) => outcome.caseNumber ?? nothing),
    ...bearers.map(({ bearer, amountMinor }: Bearer) => ({
      ...told("bearers", amountMinor, ({ money }) => money(amountMinor)),
      id: bearer,
      of: writing.word(bearer),
    })),
    list("compensation", compensation, (as) => as.compensation),
    list("measures", measures, (as) => as.measure),
    ...deadlines.map((deadline) => ({
      ...told("deadlines", deadline, ({ due }) => due(deadline)),
      id: deadline.step,
      of: writing.word(deadline.step),
    })),
    word("level", authority.level),
    list("excluded", authority.excluded, () => (person) => person),
    list("warnings", warnings, (as) => as.warning),
  ];
}

/** Each as text, so that lists of the same are alike, whatever order rules gave it in. */
function inOneOrder(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).toSorted();
}

function wordOrNothing(word: string | null | undefined, { word: write, nothing }: Writing): string {
  return word === null || word === undefined ? nothing : write(word);
}
