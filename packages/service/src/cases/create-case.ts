import { type Actor, type Case, canonicalJson, parseJson } from "@evenhand/domain";
import { readRequest } from "@evenhand/engine";
import { type Db, actorName, appendAuditEvent, caseById } from "@evenhand/store";
import { type ServiceContext, type Working, workingWith } from "../context.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { openFields, textField } from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { alikeInCase } from "../pseudonyms/alike.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { again } from "./again.ts";
import { caseView } from "./case-view.ts";
import { checkCase } from "./check-case.ts";
import { storeCase } from "./store-case.ts";

type CaseAsk = { readonly policy: string; readonly case: Case };

/**
 * Keeps a case without deciding it, from the JSON text of a request: checked under the version in force on its day. One
 * that was corrected is a further revision; one that stands so already is answered with 200, and nothing is added.
 *
 * @example
 * await createCase(context, { actor, key: "7f0c…", request: { method: "POST", path: "/v1/cases", body } })
 * // { status: 201, body: '{"id":"case-…",…}' }, people in it under their pseudonyms
 */
export async function createCase(context: ServiceContext, ask: OnceAsk): Promise<Answer | RefusedAsk> {
  const read = readBody(ask.request.body);
  if ("refusal" in read) return read;
  const working = await workingWith(context);
  return again(() => once(context, ask, (tx) => keep(working, tx, { actor: ask.actor, asked: read.asked })));
}

function readBody(text: string): { readonly asked: CaseAsk } | RefusedAsk {
  const parsed = parseJson(text, REQUEST_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const problems: SentProblem[] = [];
  const fields = openFields(parsed.value, { required: ["policy", "case"], problems });
  const policy = fields && textField(fields, "policy", 64);
  const given = fields?.values["case"];
  const read = given === undefined ? undefined : readRequest({ case: given });
  if (read && "refusal" in read) problems.push(...read.refusal.problems);
  return problems.length > 0 || policy === undefined || !read || "refusal" in read
    ? refusedAsk(...problems)
    : { asked: { policy, case: read.request.case } };
}

async function keep(
  working: Working,
  tx: Db,
  { actor, asked }: { readonly actor: Actor; readonly asked: CaseAsk },
): Promise<Answer | RefusedAsk> {
  const at = working.now();
  const checked = checkCase(working.rules, { ...asked, at });
  if ("refusal" in checked) return checked;
  const alike = await alikeInCase(tx, checked);
  if (alike.length > 0) return refusedAsk(...alike);
  const stored = await storeCase(working, tx, { ...checked, by: actorName(actor) });
  const row = await caseById(tx, stored.id);
  if (!row) throw new Error("a case that was stored is gone");
  if (!stored.isKnown)
    await appendAuditEvent(tx, {
      at,
      actor,
      action: "case.stored",
      object: { kind: "case", id: row.id },
      after: {
        policy: row.policy_id,
        reference: row.reference,
        revision: row.revision,
        contentHash: row.content_hash,
      },
    });
  return { status: stored.isKnown ? 200 : 201, body: canonicalJson(await caseView(tx, row)) };
}
