import { canonicalJson, parseJson } from "@evenhand/domain";
import { accountBalance, waive } from "@evenhand/ledger";
import { type Db, decisionById } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { idField, openFields, textField, wholeField } from "../input/read-fields.ts";
import { changeLedgers } from "../ledger/change-ledgers.ts";
import { ownLedger } from "../ledger/own-ledger.ts";
import { knownPerson } from "../payroll/known-person.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { noDecision } from "./problems.ts";

type Waiving = { readonly party: string; readonly amountMinor: number; readonly reason: string };

/** Lets a person off part of what they still owe of a decision; what was deducted is not waived. Nobody lets themselves off. */
export async function waiveDeduction(
  context: ServiceContext,
  ask: OnceAsk & { readonly decision: string },
): Promise<Answer | RefusedAsk> {
  const read = readWaiving(ask.request.body);
  if ("refusal" in read) return read;
  return once(context, ask, (tx) => waiveIn(context, tx, { ...ask, waiving: read }));
}

function readWaiving(text: string): Waiving | RefusedAsk {
  const parsed = parseJson(text, REQUEST_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const problems: SentProblem[] = [];
  const fields = openFields(parsed.value, { required: ["party", "amountMinor", "reason"], problems });
  const party = fields && idField(fields, "party");
  const amountMinor =
    fields && wholeField(fields, "amountMinor", { least: 1, most: Number.MAX_SAFE_INTEGER });
  const reason = fields && textField(fields, "reason", 500);
  return party === undefined || amountMinor === undefined || reason === undefined || problems.length > 0
    ? refusedAsk(...problems)
    : { party, amountMinor, reason };
}

async function waiveIn(
  context: ServiceContext,
  tx: Db,
  { actor, decision, waiving }: OnceAsk & { readonly decision: string; readonly waiving: Waiving },
): Promise<Answer | RefusedAsk> {
  const stored = await decisionById(tx, decision);
  if (!stored) return refusedAsk(noDecision(decision));
  const own = ownLedger(actor, waiving.party);
  if (own) return refusedAsk(own);
  const known = await knownPerson(tx, waiving.party, "/party");
  if ("refusal" in known) return known;
  const { person } = known;
  const account = stored.root_id;
  const reason = await keepText(context, tx, { value: waiving.reason, objectId: decision });
  const done = await changeLedgers(
    context,
    tx,
    { actor, action: "deduction.waived", object: { kind: "decision", id: decision }, persons: [person] },
    (ledgers) => {
      const ledger = ledgers.of(person);
      if (!ledger.accounts.some((one) => one.account === account)) return refusedAsk(owesNothing());
      const result = waive(ledger, { account, amountMinor: waiving.amountMinor });
      if ("refusal" in result) return refusedAsk({ ...result.refusal, at: "/amountMinor" });
      ledgers.apply(person, result.change);
      const balance = accountBalance(ledgers.of(person), account);
      return { after: { decision, party: person, amountMinor: waiving.amountMinor, reason, balance } };
    },
  );
  return "refusal" in done ? done : { status: 200, body: canonicalJson(done.after) };
}

function owesNothing(): SentProblem {
  return {
    code: "more-than-is-owed",
    at: "/party",
    message: { en: "this person owes nothing of the decision", zh: "该员工对该决定没有待扣金额" },
  };
}
