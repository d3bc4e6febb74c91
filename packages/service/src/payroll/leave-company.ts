import { canonicalJson, parseJson } from "@evenhand/domain";
import { leave, totalBalance } from "@evenhand/ledger";
import type { Db } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { amountField, monthField, openFields } from "../input/read-fields.ts";
import { changeLedgers } from "../ledger/change-ledgers.ts";
import { ownLedger } from "../ledger/own-ledger.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { notBegun } from "./close-refusals.ts";
import { currentMonth } from "./current-month.ts";
import { knownPerson } from "./known-person.ts";

type Leaving = { readonly lastMonth: string; readonly bonusMinor: number };

/**
 * Settles the ledger of somebody who leaves: `lastMonth`, the first open one, takes what its real bonus leaves room for,
 * and the rest is shown as not recoverable. Refused where no month is closed and it has not begun. The answer holds the
 * final balance. Nobody settles their own.
 */
export async function leaveCompany(
  context: ServiceContext,
  ask: OnceAsk & { readonly staffId: string },
): Promise<Answer | RefusedAsk> {
  const read = readLeaving(ask.request.body);
  if ("refusal" in read) return read;
  const current = currentMonth(await context.rulebook(), context.now());
  return once(context, ask, (tx) => settle(context, tx, { ...ask, ...read, current }));
}

function readLeaving(text: string): Leaving | RefusedAsk {
  const parsed = parseJson(text, REQUEST_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const problems: SentProblem[] = [];
  const fields = openFields(parsed.value, { required: ["lastMonth", "bonusMinor"], problems });
  const lastMonth = fields && monthField(fields, "lastMonth");
  const bonusMinor = fields && amountField(fields, "bonusMinor");
  return lastMonth === undefined || bonusMinor === undefined || problems.length > 0
    ? refusedAsk(...problems)
    : { lastMonth, bonusMinor };
}

async function settle(
  context: ServiceContext,
  tx: Db,
  {
    actor,
    staffId,
    lastMonth,
    bonusMinor,
    current,
  }: OnceAsk & Leaving & { readonly staffId: string; readonly current: string },
): Promise<Answer | RefusedAsk> {
  const own = ownLedger(actor, staffId);
  if (own) return refusedAsk(own);
  const known = await knownPerson(tx, staffId);
  if ("refusal" in known) return known;
  const { person } = known;
  const done = await changeLedgers(
    context,
    tx,
    { actor, action: "person.left", object: { kind: "person", id: person }, persons: [person] },
    (ledgers) => {
      // Once a month is closed the last one can only be the next.
      if (ledgers.closedThrough === null && lastMonth > current)
        return refusedAsk(notBegun(lastMonth, { current, at: "/lastMonth" }));
      const result = leave(ledgers.of(person), { lastMonth, bonusMinor });
      if ("refusal" in result) return refusedAsk({ ...result.refusal, at: "/lastMonth" });
      ledgers.apply(person, result.change);
      return { after: { person, lastMonth, bonusMinor, balance: totalBalance(ledgers.of(person)) } };
    },
  );
  return "refusal" in done ? done : { status: 200, body: canonicalJson(done.after) };
}
