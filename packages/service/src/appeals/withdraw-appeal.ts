import { parseJson, reachOf } from "@evenhand/domain";
import { type Db, appealById, knownPersons } from "@evenhand/store";
import { type ServiceContext, type Working, workingWith } from "../context.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { openFields, textField } from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { keepEnding, resumeDeduction, takeAppeal } from "./close-appeal.ts";
import { appealBody } from "./file-appeal.ts";
import { lockChain } from "./lock-chain.ts";
import { noAppeal } from "./problems.ts";

type WithdrawAsk = OnceAsk & { readonly appeal: string };

/**
 * Gives an appeal up: the decision stands, and the schedule resumes. By the party whose appeal it is and by nobody else,
 * since whoever recorded the decision must not be able to do it for them.
 */
export async function withdrawAppeal(
  context: ServiceContext,
  ask: WithdrawAsk,
): Promise<Answer | RefusedAsk> {
  const read = readReason(ask.request.body);
  if ("refusal" in read) return read;
  const working = await workingWith(context);
  return once(context, ask, (tx) => withdrawIn(working, tx, { ...ask, ...read }));
}

function readReason(text: string): { readonly reason?: string } | RefusedAsk {
  const parsed = parseJson(text, REQUEST_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const problems: SentProblem[] = [];
  const fields = openFields(parsed.value, { required: [], optional: ["reason"], problems });
  const reason = fields && textField(fields, "reason", 2_000);
  if (problems.length > 0) return refusedAsk(...problems);
  return reason === undefined ? {} : { reason };
}

async function withdrawIn(
  working: Working,
  tx: Db,
  { actor, appeal: id, reason }: WithdrawAsk & { readonly reason?: string },
): Promise<Answer | RefusedAsk> {
  const row = await appealById(tx, id);
  const staffId = actor.kind === "user" ? actor.person : undefined;
  const person = staffId === undefined ? undefined : (await knownPersons(tx, [staffId])).get(staffId);
  const isOwn = row !== undefined && row.person === person;
  // Whoever may only see their own is told of no other appeal that there is one, nor how it ended.
  if (!row || (!isOwn && reachOf(actor, "appeals:file") === "own")) return refusedAsk(noAppeal(id));
  if (!isOwn || staffId === undefined) return refusedAsk(NOT_OWN);
  const taken = await takeAppeal(tx, id);
  if ("refusal" in taken) return taken;
  await lockChain(tx, taken.against, new Map([[staffId, row.person]]));
  const why = reason === undefined ? null : await keepText(working, tx, { value: reason, objectId: id });
  const ending = { ...taken, actor, verdict: "withdrawn", reason: why } as const;
  const resumed = await resumeDeduction(working, tx, ending);
  if ("refusal" in resumed) return resumed;
  await keepEnding(tx, ending, { at: resumed.at, supersededBy: null });
  return { status: 200, body: await appealBody(tx, id) };
}

const NOT_OWN: SentProblem = {
  code: "not-allowed",
  at: "",
  message: {
    en: "only the party whose appeal it is withdraws it",
    zh: "只有申诉人本人可以撤回申诉",
  },
  help: {
    en: "let the party withdraw it, or decide about it",
    zh: "请由申诉人本人撤回，或对申诉作出裁决",
  },
};
