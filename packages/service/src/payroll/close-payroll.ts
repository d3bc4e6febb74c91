import { canonicalJson, parseJson, pointer } from "@evenhand/domain";
import { type PersonLedger, accountMonths, closeMonth, waitsForBonus } from "@evenhand/ledger";
import {
  Conflict,
  type Db,
  actorName,
  closedThrough,
  insertPayrollMonth,
  knownPersons,
  lockPayroll,
  peopleToClose,
  staffIdsOf,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { amountField, idField, listField, openFields } from "../input/read-fields.ts";
import { changeLedgers } from "../ledger/change-ledgers.ts";
import type { Ledgers } from "../ledger/ledgers.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { alikeInList } from "../pseudonyms/alike.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { type BonusWarning, bonusWarning } from "./bonus-warning.ts";
import { closedAlready, noBonus, notBegun, outOfOrder, twice } from "./close-refusals.ts";
import { currentMonth } from "./current-month.ts";

/** Somebody's real bonus of the month, minor units. */
type Bonus = { readonly person: string; readonly bonusMinor: number; readonly at: string };

/** The whole company at once: a row takes some 60 bytes. */
export const PAYROLL_LIMITS = { maxBytes: 20 * 1024 * 1024, maxDepth: 8, maxNodes: 500_000 } as const;
const MOST_PEOPLE = 100_000;
/** After so many people others have their turn. */
const PAUSE_EVERY = 200;

export type CloseAsk = OnceAsk & {
  readonly month: string;
  /** Lets others have their turn while very many ledgers are worked through; default: nobody gets one. */
  readonly pause?: () => Promise<void>;
};

/**
 * Closes a payroll month with the real bonus of everybody who owes anything: turns the month's plan into deductions as
 * far as the caps allow, and plans what is left anew. Whoever was settled with the month as their last one gets back what
 * a lower bonus makes too much. Bonuses of people who owe nothing are not kept. Refused where the month is closed or has
 * not begun, where an earlier one still holds a plan, or where the bonus of somebody is missing who has an instalment or
 * owes what waits for a bonus. The answer warns of bonuses that look like a slip.
 */
export async function closePayroll(context: ServiceContext, ask: CloseAsk): Promise<Answer | RefusedAsk> {
  const read = readBonuses(ask.request.body);
  if ("refusal" in read) return read;
  const current = currentMonth(await context.rulebook(), context.now());
  try {
    return await once(context, ask, (tx) => close(context, tx, { ...ask, ...read, current }));
  } catch (error) {
    if (error instanceof Conflict && error.constraint.startsWith("payroll_months"))
      return refusedAsk(closedAlready(ask.month));
    throw error;
  }
}

function readBonuses(text: string): { readonly bonuses: readonly Bonus[] } | RefusedAsk {
  const parsed = parseJson(text, PAYROLL_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const problems: SentProblem[] = [];
  const fields = openFields(parsed.value, { required: ["bonuses"], problems });
  const seen = new Set<string>();
  const bonuses =
    fields &&
    listField(fields, "bonuses", {
      most: MOST_PEOPLE,
      read: (value, at): Bonus | undefined => {
        const one = openFields(value, { required: ["person", "bonusMinor"], at, problems });
        const person = one && idField(one, "person");
        const bonusMinor = one && amountField(one, "bonusMinor");
        if (person === undefined || bonusMinor === undefined) return undefined;
        if (seen.has(person)) problems.push(twice(person, pointer(...at)));
        seen.add(person);
        return { person, bonusMinor, at: pointer(...at) };
      },
    });
  if (problems.length > 0 || !bonuses) return refusedAsk(...problems.slice(0, MOST_PROBLEMS));
  return { bonuses };
}

const MOST_PROBLEMS = 100;
/** So many are told one by one; whoever sends yuan for fen has them of everybody. */
const MOST_WARNINGS = 100;

type Asked = CloseAsk & {
  readonly bonuses: readonly Bonus[];
  /** The month that it is. */
  readonly current: string;
};

async function close(
  context: ServiceContext,
  tx: Db,
  { actor, month, bonuses, pause, current }: Asked,
): Promise<Answer | RefusedAsk> {
  // INVARIANT: nobody plans from here on until the month is closed, so that whoever has a plan in it is among these.
  await lockPayroll(tx, "alone");
  const alike = await alikeInList(
    tx,
    bonuses.map(({ person, at }) => ({ staffId: person, at })),
  );
  if (alike.length > 0) return refusedAsk(...alike.slice(0, MOST_PROBLEMS));
  const persons = await peopleToClose(tx, month);
  const warnings: BonusWarning[] = [];
  const object = { kind: "payroll-month", id: month } as const;
  const done = await changeLedgers(
    context,
    tx,
    { actor, action: "payroll.closed", object, persons },
    async (ledgers) => {
      const last = await closedThrough(tx);
      if (last !== null && month <= last) return refusedAsk(closedAlready(month));
      if (month > current) return refusedAsk(notBegun(month, { current }));
      const real = await realBonuses(tx, bonuses, new Set(persons));
      const closing = { month, real, pause, warnings };
      const refused = await wantOf(tx, ledgers, closing);
      return refused ?? { after: { month, ...(await takeAll(ledgers, closing)) } };
    },
  );
  if ("refusal" in done) return done;
  const { after, auditEventId, at } = done;
  await insertPayrollMonth(tx, {
    month,
    closed_at: at,
    closed_by: actorName(actor),
    people: after.people,
    deducted_minor: after.deductedMinor,
    audit_event_id: auditEventId,
  });
  const told = {
    ...after,
    notOwing: bonuses.length - after.people,
    warnings: warnings.slice(0, MOST_WARNINGS),
    furtherWarnings: Math.max(0, warnings.length - MOST_WARNINGS),
  };
  return { status: 201, body: canonicalJson(told) };
}

/** By pseudonym, of those whom the close concerns. */
async function realBonuses(
  tx: Db,
  bonuses: readonly Bonus[],
  concerned: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const persons = await knownPersons(
    tx,
    bonuses.map(({ person }) => person),
  );
  return new Map(
    bonuses.flatMap(({ person, bonusMinor }) => {
      const known = persons.get(person);
      return known !== undefined && concerned.has(known) ? [[known, bonusMinor] as const] : [];
    }),
  );
}

type Closing = {
  readonly month: string;
  readonly real: ReadonlyMap<string, number>;
  readonly pause: CloseAsk["pause"] | undefined;
  /** Filled while the month closes. */
  readonly warnings: BonusWarning[];
};

async function* inTurns(persons: readonly string[], pause: Closing["pause"]): AsyncGenerator<string> {
  for (const [index, person] of persons.entries()) {
    if (index % PAUSE_EVERY === 0) await pause?.();
    yield person;
  }
}

/** What must be mended before the month can be closed. */
async function wantOf(
  tx: Db,
  ledgers: Ledgers,
  { month, real, pause }: Closing,
): Promise<RefusedAsk | undefined> {
  let first = month;
  /** Whose bonus is missing, and whether something is planned in the month. */
  const missing = new Map<string, boolean>();
  for await (const person of inTurns(ledgers.persons, pause)) {
    const ledger = ledgers.of(person);
    const planned = plannedMonths(ledger);
    for (const one of planned) if (one < first) first = one;
    const isPlanned = planned.includes(month);
    if (!real.has(person) && (isPlanned || waitsForBonus(ledger, month))) missing.set(person, isPlanned);
  }
  if (first < month) return refusedAsk(outOfOrder(month, first));
  if (missing.size === 0) return undefined;
  const staffIds = await staffIdsOf(tx, [...missing.keys()]);
  const named = [...missing]
    .map(([person, isPlanned]) => ({ staffId: staffIds.get(person) ?? person, isPlanned }))
    .toSorted((one, other) => (one.staffId < other.staffId ? -1 : 1));
  return refusedAsk(
    ...named.slice(0, MOST_PROBLEMS).map(({ staffId, isPlanned }) => noBonus(staffId, { month, isPlanned })),
  );
}

function plannedMonths(ledger: PersonLedger): readonly string[] {
  return ledger.accounts.flatMap(({ account }) =>
    accountMonths(ledger, account)
      .filter(({ plannedMinor }) => plannedMinor > 0)
      .map(({ month }) => month),
  );
}

async function takeAll(
  ledgers: Ledgers,
  { month, real, pause, warnings }: Closing,
): Promise<{ readonly people: number; readonly deductedMinor: number; readonly carriedMinor: number }> {
  for await (const person of inTurns(ledgers.persons, pause)) {
    const bonusMinor = real.get(person);
    if (bonusMinor === undefined) continue;
    const before = ledgers.of(person);
    const { change } = closeMonth(before, { month, bonusMinor });
    ledgers.apply(person, change);
    const warning = bonusWarning(
      { person, month, bonusMinor },
      { before, after: ledgers.of(person), change },
    );
    if (warning) warnings.push(warning);
  }
  const ofMonth = ledgers.entries.filter((entry) => entry.month === month);
  return {
    people: real.size,
    deductedMinor: sumOf(ofMonth.filter(({ kind }) => kind === "deducted")),
    carriedMinor: sumOf(ofMonth.filter(({ kind, from }) => kind === "carried" && from === "scheduled")),
  };
}

function sumOf(entries: readonly { readonly amountMinor: number }[]): number {
  return entries.reduce((total, { amountMinor }) => total + amountMinor, 0);
}
