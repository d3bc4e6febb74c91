import { canonicalJson, parseJson } from "@evenhand/domain";
import { restateBonus, totalBalance } from "@evenhand/ledger";
import type { Db } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { amountField, idField, openFields, textField } from "../input/read-fields.ts";
import { changeLedgers } from "../ledger/change-ledgers.ts";
import { ownLedger } from "../ledger/own-ledger.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { bonusWarning } from "./bonus-warning.ts";
import { knownPerson } from "./known-person.ts";

type Restating = { readonly person: string; readonly bonusMinor: number; readonly reason: string };

/**
 * Corrects somebody's bonus of a closed month. What was then taken above the cap is given back with the next payroll and
 * planned again; a higher bonus takes nothing more from the month, and brings forward what the lower one put off. Nobody
 * restates their own. The answer warns of a bonus that looks like a slip.
 */
export async function restatePayroll(
  context: ServiceContext,
  ask: OnceAsk & { readonly month: string },
): Promise<Answer | RefusedAsk> {
  const read = readRestating(ask.request.body);
  if ("refusal" in read) return read;
  return once(context, ask, (tx) => restate(context, tx, { ...ask, restating: read }));
}

function readRestating(text: string): Restating | RefusedAsk {
  const parsed = parseJson(text, REQUEST_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const problems: SentProblem[] = [];
  const fields = openFields(parsed.value, { required: ["person", "bonusMinor", "reason"], problems });
  const person = fields && idField(fields, "person");
  const bonusMinor = fields && amountField(fields, "bonusMinor");
  const reason = fields && textField(fields, "reason", 500);
  return person === undefined || bonusMinor === undefined || reason === undefined || problems.length > 0
    ? refusedAsk(...problems)
    : { person, bonusMinor, reason };
}

async function restate(
  context: ServiceContext,
  tx: Db,
  { actor, month, restating }: OnceAsk & { readonly month: string; readonly restating: Restating },
): Promise<Answer | RefusedAsk> {
  const { bonusMinor, reason } = restating;
  const own = ownLedger(actor, restating.person);
  if (own) return refusedAsk(own);
  const known = await knownPerson(tx, restating.person, "/person");
  if ("refusal" in known) return known;
  const { person } = known;
  const why = await keepText(context, tx, { value: reason, objectId: person });
  let warning: ReturnType<typeof bonusWarning>;
  const done = await changeLedgers(
    context,
    tx,
    { actor, action: "payroll.restated", object: { kind: "person", id: person }, persons: [person] },
    (ledgers) => {
      const before = ledgers.of(person);
      const result = restateBonus(before, { month, bonusMinor });
      if ("refusal" in result) return refusedAsk(result.refusal);
      ledgers.apply(person, result.change);
      const after = ledgers.of(person);
      warning = bonusWarning({ person, month, bonusMinor }, { before, after, change: result.change });
      return { after: { person, month, bonusMinor, reason: why, balance: totalBalance(after) } };
    },
  );
  if ("refusal" in done) return done;
  return { status: 200, body: canonicalJson({ ...done.after, warnings: warning ? [warning] : [] }) };
}
