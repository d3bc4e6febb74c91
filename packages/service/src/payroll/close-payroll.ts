import { type LocalizedText, canonicalJson, parseJson, pointer, quote } from "@evenhand/domain";
import { accountMonths, closeMonth, type PersonLedger } from "@evenhand/ledger";
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
import { amountField, listField, openFields, textField } from "../input/read-fields.ts";
import { changeLedgers } from "../ledger/change-ledgers.ts";
import type { Ledgers } from "../ledger/ledgers.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/** Somebody's real bonus of the month, minor units. */
type Bonus = { readonly person: string; readonly bonusMinor: number };

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
 * a lower bonus makes too much. Bonuses of people who owe nothing are not kept. Refused where the
 * month is closed, where an earlier one still holds a plan, or where the bonus of somebody with an instalment is missing.
 */
export async function closePayroll(context: ServiceContext, ask: CloseAsk): Promise<Answer | RefusedAsk> {
  const read = readBonuses(ask.request.body);
  if ("refusal" in read) return read;
  try {
    return await once(context, ask, (tx) => close(context, tx, { ...ask, bonuses: read.bonuses }));
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
        const person = one && textField(one, "person");
        const bonusMinor = one && amountField(one, "bonusMinor");
        if (person === undefined || bonusMinor === undefined) return undefined;
        if (seen.has(person)) problems.push(twice(person, pointer(...at)));
        seen.add(person);
        return { person, bonusMinor };
      },
    });
  if (problems.length > 0 || !bonuses) return refusedAsk(...problems.slice(0, MOST_PROBLEMS));
  return { bonuses };
}

const MOST_PROBLEMS = 100;

async function close(
  context: ServiceContext,
  tx: Db,
  { actor, month, bonuses, pause }: CloseAsk & { readonly bonuses: readonly Bonus[] },
): Promise<Answer | RefusedAsk> {
  // INVARIANT: nobody plans from here on until the month is closed, so that whoever has a plan in it is among these.
  await lockPayroll(tx, "alone");
  const persons = await peopleToClose(tx, month);
  const object = { kind: "payroll-month", id: month };
  const done = await changeLedgers(
    context,
    tx,
    { actor, action: "payroll.closed", object, persons },
    async (ledgers) => {
      const last = await closedThrough(tx);
      if (last !== null && month <= last) return refusedAsk(closedAlready(month));
      const real = await realBonuses(tx, bonuses, new Set(persons));
      const closing = { month, real, pause };
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
  return { status: 201, body: canonicalJson({ ...after, notOwing: bonuses.length - after.people }) };
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
  const missing: string[] = [];
  for await (const person of inTurns(ledgers.persons, pause)) {
    const planned = plannedMonths(ledgers.of(person));
    for (const one of planned) if (one < first) first = one;
    if (planned.includes(month) && !real.has(person)) missing.push(person);
  }
  if (first < month) return refusedAsk(outOfOrder(month, first));
  if (missing.length === 0) return undefined;
  const staffIds = await staffIdsOf(tx, missing);
  const named = missing.map((person) => staffIds.get(person) ?? person).toSorted();
  return refusedAsk(...named.slice(0, MOST_PROBLEMS).map((person) => noBonus(person, month)));
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
  { month, real, pause }: Closing,
): Promise<{ readonly people: number; readonly deductedMinor: number; readonly carriedMinor: number }> {
  for await (const person of inTurns(ledgers.persons, pause)) {
    const bonusMinor = real.get(person);
    if (bonusMinor !== undefined)
      ledgers.apply(person, closeMonth(ledgers.of(person), { month, bonusMinor }).change);
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

function closedAlready(month: string): SentProblem {
  return problem("month-closed", {
    message: { en: `payroll has closed ${quote(month)} already`, zh: `${quote(month)}已经结账` },
    help: {
      en: "a closed month is corrected by restating a bonus",
      zh: "已结账的月份请通过更正奖金予以修改",
    },
  });
}

function outOfOrder(month: string, earlier: string): SentProblem {
  return problem("month-out-of-order", {
    message: {
      en: `${quote(earlier)} still holds planned deductions, so ${quote(month)} cannot be closed yet`,
      zh: `${quote(earlier)}仍有待扣安排，不能先为${quote(month)}结账`,
    },
    help: { en: `close ${quote(earlier)} first`, zh: `请先为${quote(earlier)}结账` },
  });
}

function noBonus(person: string, month: string): SentProblem {
  return problem("missing-bonus", {
    at: "/bonuses",
    message: {
      en: `the bonus of ${quote(person)} for ${quote(month)} is missing, who has a deduction planned in it`,
      zh: `缺少${quote(person)}在${quote(month)}的奖金，该员工当月有待扣安排`,
    },
    help: { en: "state it; 0 where there was none", zh: "请填写；没有奖金的填0" },
  });
}

function twice(person: string, at: string): SentProblem {
  return {
    code: "duplicate-party",
    at,
    message: { en: `${quote(person)} stands in the list twice`, zh: `${quote(person)}在列表中重复出现` },
  };
}

function problem(
  code: SentProblem["code"],
  {
    at = "",
    message,
    help,
  }: { readonly at?: string; readonly message: LocalizedText; readonly help: LocalizedText },
): SentProblem {
  return { code, at, message, help };
}
