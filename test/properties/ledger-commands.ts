import type { DeductionTerms, LedgerEntry } from "@evenhand/domain";
import type { LedgerChange, LedgerResult } from "@evenhand/ledger";
import fc from "fast-check";
import type { ReferenceAccount } from "./ledger-reference.ts";
import { type Company, type Person, monthAt, referenceTerms } from "./ledger-system.ts";

/** How often each command and each path of interest was met. */
export type Tally = Map<string, number>;

type Command = fc.Command<Company, Company>;

/** The commands of a run; `tally` counts what they meet. */
export function ledgerCommands(tally: Tally): fc.Arbitrary<Command>[] {
  const note: Note = (path) => void tally.set(path, (tally.get(path) ?? 0) + 1);
  const commands = [
    ...Array.from({ length: 4 }, () => decide(note)),
    ...Array.from({ length: 2 }, () => closeNext(note)),
    ...Array.from({ length: 2 }, () => restate(note)),
    adjust(note),
    adjust(note),
    suspend(note),
    resume(note),
    reverse(note),
    waive(note),
    leave(note),
  ];
  return commands.map((arbitrary) => arbitrary.map((command) => counted(command, note)));
}

function counted(command: Command, note: Note): Command {
  return {
    check: (company) => command.check(company),
    run: (model, real) => {
      note("commands");
      return command.run(model, real);
    },
    toString: () => command.toString(),
  };
}

/** Everything that the commands above must have met, so that nobody can take a run for a test that tested nothing. */
export const PATHS: readonly string[] = [
  "decide: planned at once",
  "decide: over several months",
  "decide: over the turn of the year",
  "decide: beside other accounts",
  "decide: under another ceiling than what stands there",
  "decide: backdated into a closed month",
  "decide: suspended",
  "decide: blocked",
  "decide: no bonus",
  "decide: one sum",
  "decide: cut by its last month",
  "decide: costs nothing",
  "decide: refused as person-left",
  "decide: refused as beyond-guards",
  "adjust: lower, from outstanding",
  "adjust: lower, from the plan",
  "adjust: lower, paid back",
  "adjust: lower, of somebody who left",
  "adjust: higher",
  "adjust: only the terms, with another plan",
  "adjust: refused as person-left",
  "adjust: refused as beyond-guards",
  "suspend: with a plan",
  "suspend: of somebody who left",
  "suspend: refused as wrong-state",
  "resume: planned again",
  "resume: refused as wrong-state",
  "reverse: from the plan",
  "reverse: paid back",
  "reverse: of somebody who left",
  "waive: from outstanding",
  "waive: from the plan",
  "waive: refused as more-than-is-owed",
  "close: everything taken",
  "close: less than was planned",
  "close: a bonus of nothing",
  "close: a later account squeezed out",
  "close: later months trimmed",
  "close: what was outstanding planned",
  "close: what was put off brought forward",
  "close: one sum taken in part",
  "close: somebody who left",
  "restate: lower, paid back",
  "restate: lower, nothing to pay back",
  "restate: higher",
  "restate: what was put off brought forward",
  "restate: of somebody who left",
  "restate: refused as month-open",
  "leave: everything paid",
  "leave: a rest not recovered",
  "leave: later months brought forward",
  "leave: with a suspended account",
  "leave: refused as person-left",
  "leave: refused as month-closed",
  "leave: refused as month-open",
];

type Note = (path: string) => void;

/** One of them has most of it, so that there is somebody with many accounts. */
const person = fc.constantFrom(0, 0, 0, 1, 2);
const place = fc.nat(5);
const bonus = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 8, arbitrary: fc.integer({ min: 10, max: 120 }) },
);
const amount = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 60 }) },
);
/** The last month is counted from the month of the decision; null where there is none. */
const terms = fc.record({
  capRate: fc.constantFrom(0.5, 0.5, 0.5, 0.4, 0.333, 1),
  mostInMonthMinor: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.nat(20) },
  ),
  mostInAllMinor: fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(60) }),
  monthsAllowed: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(3) }),
  oneSum: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  blocked: fc.oneof(
    { weight: 11, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});
type Terms = typeof terms extends fc.Arbitrary<infer Value> ? Value : never;

function termsFrom({ monthsAllowed, ...rest }: Terms, month: number): DeductionTerms {
  return { ...rest, lastMonth: monthsAllowed === null ? null : monthAt(month + monthsAllowed) };
}

/** A command on an account that is there. */
function onAccount<Ask extends { readonly person: number; readonly place: number }>(
  name: string,
  asks: fc.Arbitrary<Ask>,
  run: (on: { company: Company; person: Person; account: ReferenceAccount; place: number }, ask: Ask) => void,
): fc.Arbitrary<Command> {
  return asks.map((ask) => ({
    check: (company) => company.person(ask.person).reference.accounts.length > 0,
    run: (company) => {
      const one = company.person(ask.person);
      const at = ask.place % one.reference.accounts.length;
      run({ company, person: one, account: one.reference.at(at), place: at }, ask);
    },
    toString: () => `${name} ${JSON.stringify(ask)}`,
  }));
}

function onPerson<Ask extends { readonly person: number }>(
  name: string,
  asks: fc.Arbitrary<Ask>,
  run: (company: Company, one: Person, ask: Ask) => void,
): fc.Arbitrary<Command> {
  return asks.map((ask) => ({
    check: () => true,
    run: (company) => run(company, company.person(ask.person), ask),
    toString: () => `${name} ${JSON.stringify(ask)}`,
  }));
}

function noteRefusal(note: Note, command: string, result: LedgerResult): void {
  if ("refusal" in result) note(`${command}: refused as ${result.refusal.code}`);
}

const has = (change: LedgerChange, test: (entry: LedgerEntry) => boolean): boolean =>
  change.entries.some(test);

function decide(note: Note): fc.Arbitrary<Command> {
  const asks = fc.record({
    person,
    amount,
    terms,
    bonus: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 9, arbitrary: bonus }),
    offset: fc.integer({ min: -2, max: 3 }),
    isSuspended: fc.oneof(
      { weight: 9, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  });
  return onPerson("decide", asks, ({ ledger, closed }, one, ask) => {
    const isFirst = closed < 0;
    const startsIn = Math.max(0, closed + 1 + (isFirst ? Math.max(0, ask.offset) : ask.offset));
    const asTerms = termsFrom(ask.terms, startsIn);
    const { id, amountMinor, instalments } = proposed(ledger, one, { ...ask, startsIn, terms: asTerms });
    const before = one.ledger;
    const result = ledger.assess(before, {
      account: id,
      startsIn: monthAt(startsIn),
      currency: "CNY",
      terms: asTerms,
      amountMinor,
      instalments,
      isSuspended: ask.isSuspended,
      bonusMinor: ask.bonus,
    });
    const refused = one.reference.assess({
      id,
      startsIn,
      terms: referenceTerms(asTerms),
      amount: amountMinor,
      isSuspended: ask.isSuspended,
      bonus: ask.bonus,
    });
    noteRefusal(note, "decide", result);
    const change = one.take(result, refused, true);
    if (!change) return;
    const planned = instalments.reduce((sum, { amountMinor: part }) => sum + part, 0);
    if (amountMinor === 0) note("decide: costs nothing");
    if (amountMinor > 0 && planned === amountMinor) note("decide: planned at once");
    if (instalments.length > 1) note("decide: over several months");
    if (new Set(instalments.map(({ month }) => month.slice(0, 4))).size > 1)
      note("decide: over the turn of the year");
    if (ask.isSuspended) note("decide: suspended");
    if (asTerms.blocked) note("decide: blocked");
    if (ask.bonus === null) note("decide: no bonus");
    if (asTerms.oneSum && planned > 0) note("decide: one sum");
    if (asTerms.lastMonth !== null && planned > 0 && planned < amountMinor)
      note("decide: cut by its last month");
    if (startsIn <= closed && planned > 0) note("decide: backdated into a closed month");
    const shared = ledger
      .monthsHeld(before)
      .filter(({ month }) => instalments.some((instalment) => instalment.month === month));
    if (shared.length > 0) note("decide: beside other accounts");
    if (
      shared.some(({ atMostMinor, month }) =>
        change.months.some((cap) => cap.month === month && cap.capMinor !== atMostMinor),
      )
    )
      note("decide: under another ceiling than what stands there");
  });
}

/** As the engine proposes: what one sum has no room for is taken off, and nothing is planned that may not be. */
function proposed(
  ledger: Company["ledger"],
  one: Person,
  ask: {
    readonly amount: number;
    readonly startsIn: number;
    readonly terms: DeductionTerms;
    readonly bonus: number | null;
    readonly isSuspended: boolean;
  },
) {
  const id = `d${one.reference.accounts.length}`;
  const isPlanned = !ask.isSuspended && !ask.terms.blocked && ask.bonus !== null && one.reference.left < 0;
  const instalments = isPlanned ? one.schedule(ledger, { ...ask, bonus: ask.bonus ?? 0 }) : [];
  const fitting = instalments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return { id, instalments, amountMinor: ask.terms.oneSum && isPlanned ? fitting : ask.amount };
}

function adjust(note: Note): fc.Arbitrary<Command> {
  const asks = fc.record({
    person,
    place,
    amount: fc.oneof(
      { weight: 1, arbitrary: fc.constant("same" as const) },
      { weight: 4, arbitrary: amount },
    ),
    terms: fc.option(terms),
    bonus: fc.option(bonus, { freq: 2 }),
  });
  return onAccount(
    "adjust",
    asks,
    ({ company: { ledger, closed }, person: one, account, place: at }, ask) => {
      const now = account.outstanding + account.waived + total(account.planned) + total(account.taken);
      const decidedNow = ask.amount === "same" ? now : ask.amount;
      const standing = one.ledger.accounts[at]?.terms;
      const asTerms = ask.terms || !standing ? termsFrom(ask.terms ?? LOOSE, closed + 1) : standing;
      const stated = ask.bonus === null ? undefined : { month: closed + 1, bonus: ask.bonus };
      const result = ledger.adjust(one.ledger, {
        account: account.id,
        amountMinor: decidedNow,
        terms: asTerms,
        ...(stated ? { bonus: { month: monthAt(stated.month), bonusMinor: stated.bonus } } : {}),
      });
      const refused = one.reference.adjust({
        place: at,
        amount: decidedNow,
        terms: referenceTerms(asTerms),
        ...(stated ? { bonus: stated } : {}),
      });
      noteRefusal(note, "adjust", result);
      const change = one.take(result, refused);
      if (!change) return;
      if (decidedNow > now) note("adjust: higher");
      if (decidedNow === now && change.entries.length > 0) note("adjust: only the terms, with another plan");
      if (decidedNow >= now) return;
      if (one.reference.left >= 0) note("adjust: lower, of somebody who left");
      noteTakenBack(note, "adjust: lower,", change);
      const first = change.entries[0];
      if (first?.kind === "reversed" && first.from === "outstanding") note("adjust: lower, from outstanding");
    },
  );
}

const LOOSE: Terms = {
  capRate: 0.5,
  mostInMonthMinor: null,
  mostInAllMinor: null,
  monthsAllowed: null,
  oneSum: false,
  blocked: false,
};

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function noteTakenBack(note: Note, command: string, change: LedgerChange): void {
  const [first] = change.entries;
  if (first?.kind === "carried" && has(change, ({ kind }) => kind === "reversed"))
    note(`${command} from the plan`);
  if (has(change, ({ paidBackIn }) => paidBackIn !== undefined)) note(`${command} paid back`);
}

function suspend(note: Note): fc.Arbitrary<Command> {
  return onAccount(
    "suspend",
    fc.record({ person, place }),
    ({ company, person: one, account, place: at }) => {
      const result = company.ledger.suspend(one.ledger, { account: account.id });
      noteRefusal(note, "suspend", result);
      const change = one.take(result, one.reference.suspend(at));
      if (change && has(change, ({ kind }) => kind === "carried")) note("suspend: with a plan");
      if (change && one.reference.left >= 0) note("suspend: of somebody who left");
    },
  );
}

function resume(note: Note): fc.Arbitrary<Command> {
  return onAccount("resume", fc.record({ person, place }), ({ company, person: one, account, place: at }) => {
    const result = company.ledger.resume(one.ledger, { account: account.id });
    noteRefusal(note, "resume", result);
    const change = one.take(result, one.reference.resume(at));
    if (change && has(change, ({ kind }) => kind === "scheduled")) note("resume: planned again");
  });
}

function reverse(note: Note): fc.Arbitrary<Command> {
  return onAccount(
    "reverse",
    fc.record({ person, place }),
    ({ company, person: one, account, place: at }) => {
      const result = company.ledger.reverse(one.ledger, { account: account.id });
      const change = one.take(result, one.reference.reverse(at));
      if (!change) return;
      noteTakenBack(note, "reverse:", change);
      if (one.reference.left >= 0 && change.entries.length > 0) note("reverse: of somebody who left");
    },
  );
}

function waive(note: Note): fc.Arbitrary<Command> {
  const asks = fc.record({ person, place, amount: fc.integer({ min: 1, max: 30 }) });
  return onAccount("waive", asks, ({ company, person: one, account, place: at }, ask) => {
    const result = company.ledger.waive(one.ledger, { account: account.id, amountMinor: ask.amount });
    noteRefusal(note, "waive", result);
    const change = one.take(result, one.reference.waive(at, ask.amount));
    if (!change) return;
    note(change.entries[0]?.kind === "carried" ? "waive: from the plan" : "waive: from outstanding");
  });
}

function closeNext(note: Note): fc.Arbitrary<Command> {
  return fc.tuple(bonus, bonus, bonus).map((bonuses) => ({
    check: () => true,
    run: (company) => {
      const month = company.closed + 1;
      for (const [index, one] of company.people.entries()) {
        const real = bonuses[index] ?? 0;
        const planned = one.reference.accounts.map((account) => account.planned[month] ?? 0);
        const result = company.ledger.closeMonth(one.ledger, { month: monthAt(month), bonusMinor: real });
        one.reference.close(month, real);
        const change = one.take(result, undefined);
        if (change) noteClose(note, { one, month, planned, bonusMinor: real, change });
      }
      company.closed = month;
    },
    toString: () => `close ${bonuses.join(" ")}`,
  }));
}

function noteClose(
  note: Note,
  closed: {
    readonly one: Person;
    readonly month: number;
    readonly planned: readonly number[];
    readonly bonusMinor: number;
    readonly change: LedgerChange;
  },
): void {
  const { one, month, planned, change } = closed;
  const taken = one.reference.accounts.map((account) => account.taken[month] ?? 0);
  const at = monthAt(month);
  if (one.reference.left >= 0) note("close: somebody who left");
  if (one.reference.broughtForward > 0) note("close: what was put off brought forward");
  if (total(planned) === 0) {
    if (has(change, ({ kind }) => kind === "scheduled")) note("close: what was outstanding planned");
    return;
  }
  note(total(taken) < total(planned) ? "close: less than was planned" : "close: everything taken");
  if (closed.bonusMinor === 0) note("close: a bonus of nothing");
  if (planned.some((amountMinor, place) => amountMinor > 0 && taken[place] === 0) && total(taken) > 0)
    note("close: a later account squeezed out");
  if (has(change, (entry) => entry.kind === "carried" && (entry.month ?? "") > at))
    note("close: later months trimmed");
  if (
    one.reference.accounts.some(
      ({ terms: { oneSum }, outstanding }, place) => oneSum && outstanding > 0 && (taken[place] ?? 0) > 0,
    )
  )
    note("close: one sum taken in part");
}

function restate(note: Note): fc.Arbitrary<Command> {
  const asks = fc.record({ person, ofLeaver: fc.boolean(), back: fc.integer({ min: -1, max: 2 }), bonus });
  return onPerson("restate", asks, (company, drawn, ask) => {
    const { ledger, closed } = company;
    const leaver = ask.ofLeaver ? company.people.find(({ reference: { left } }) => left >= 0) : undefined;
    const one = leaver ?? drawn;
    const month = Math.max(0, (leaver ? leaver.reference.left : closed) - ask.back);
    const before = one.ledger.bonuses.findLast(
      (word) => word.month === monthAt(month) && word.source === "payroll",
    );
    const result = ledger.restateBonus(one.ledger, { month: monthAt(month), bonusMinor: ask.bonus });
    noteRefusal(note, "restate", result);
    const change = one.take(result, one.reference.restate(month, ask.bonus));
    if (!change || !before) return;
    const isPaidBack = has(change, ({ paidBackIn }) => paidBackIn !== undefined);
    if (one.reference.broughtForward > 0) note("restate: what was put off brought forward");
    if (ask.bonus > before.bonusMinor) note("restate: higher");
    else if (isPaidBack) note("restate: lower, paid back");
    else note("restate: lower, nothing to pay back");
    if (isPaidBack && one.reference.left >= 0) note("restate: of somebody who left");
  });
}

function leave(note: Note): fc.Arbitrary<Command> {
  const asks = fc.record({
    person,
    bonus,
    offset: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constantFrom(-1, 1) },
    ),
    /** People stay, mostly, or there would soon be nobody left. */
    leaves: fc.constantFrom(true, false, false),
  });
  return asks.map((ask) => ({
    check: ({ closed }) => ask.leaves && closed + 1 + ask.offset >= 0,
    run: (company) => {
      const one = company.person(ask.person);
      const month = company.closed + 1 + ask.offset;
      const isSuspended = one.reference.accounts.some(({ state }) => state === "suspended");
      const result = company.ledger.leave(one.ledger, { lastMonth: monthAt(month), bonusMinor: ask.bonus });
      noteRefusal(note, "leave", result);
      const change = one.take(result, one.reference.leave(month, ask.bonus));
      if (!change || one.reference.accounts.length === 0) return;
      if (isSuspended) note("leave: with a suspended account");
      if (has(change, ({ kind }) => kind === "settled")) note("leave: a rest not recovered");
      else if (has(change, ({ kind }) => kind === "deducted")) note("leave: everything paid");
      if (has(change, ({ kind, month: of }) => kind === "scheduled" && of === monthAt(month)))
        note("leave: later months brought forward");
    },
    toString: () => `leave ${JSON.stringify(ask)}`,
  }));
}
