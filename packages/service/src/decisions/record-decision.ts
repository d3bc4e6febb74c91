import { type Actor, canonicalJson, parseJson, reachOf } from "@evenhand/domain";
import { tokensIn } from "@evenhand/evidence";
import type { Db } from "@evenhand/store";
import { again } from "../cases/again.ts";
import { keptCase } from "../cases/kept-case.ts";
import { unstorable } from "../cases/unstorable.ts";
import { type ServiceContext, type Working, workingWith } from "../context.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { decisionView } from "./decision-view.ts";
import { recordIn } from "./record-in.ts";
import { type DecisionRequest, type KeptCaseRequest, readDecisionRequest } from "./read-decision-request.ts";

/**
 * Records a decision from the JSON text of a request: the case, the ledger of everybody it charges, the record and its
 * audit event are kept together or not at all. Computed under the ledger as it stands in the very transaction.
 *
 * @example
 * await recordDecision(context, { actor, key: "7f0c…", request: { method: "POST", path: "/v1/decisions", body } })
 * // { status: 201, body: '{"id":"dec-…",…}' }, people in it under their pseudonyms
 */
export async function recordDecision(context: ServiceContext, ask: OnceAsk): Promise<Answer | RefusedAsk> {
  const read = readBody(ask.request.body);
  if ("refusal" in read) return read;
  if (read.asked.departures.length > 0 && reachOf(ask.actor, "decisions:depart") !== "all")
    return refusedAsk(MAY_NOT_DEPART);
  const working = await workingWith(context);
  return again(() =>
    once(context, ask, (tx) => record(working, tx, { actor: ask.actor, asked: read.asked })),
  );
}

function readBody(text: string): { readonly asked: DecisionRequest | KeptCaseRequest } | RefusedAsk {
  const parsed = parseJson(text, REQUEST_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const read = readDecisionRequest(parsed.value);
  if ("refusal" in read) return read;
  const unfit = "request" in read.asked ? unstorable(read.asked.request.case) : [];
  if (unfit.length > 0) return refusedAsk(...unfit);
  // Of what was read, since a text can be written with escapes.
  return tokensIn(JSON.stringify(parsed.value)).length > 0 ? refusedAsk(HAS_TOKENS) : read;
}

async function record(
  working: Working,
  tx: Db,
  { actor, asked }: { readonly actor: Actor; readonly asked: DecisionRequest | KeptCaseRequest },
): Promise<Answer | RefusedAsk> {
  const whole = "request" in asked ? asked : await withKeptCase(tx, asked);
  if ("refusal" in whole) return whole;
  const recorded = await recordIn(working, tx, {
    actor,
    asked: whole,
    ...("keptCase" in asked ? { keptCase: asked.keptCase } : {}),
  });
  if ("refusal" in recorded) return recorded;
  return { status: 201, body: canonicalJson(await decisionView(working.rules, tx, recorded.id)) };
}

async function withKeptCase(
  tx: Db,
  { keptCase: id, policyVersion, ...asked }: KeptCaseRequest,
): Promise<DecisionRequest | RefusedAsk> {
  const found = await keptCase(tx, { id, policyId: asked.policy });
  if ("refusal" in found) return found;
  return { ...asked, request: { ...found, ...(policyVersion === undefined ? {} : { policyVersion }) } };
}

const MAY_NOT_DEPART = {
  code: "not-allowed",
  at: "/departures",
  message: {
    en: "only a named person with the permission `decisions:depart` departs from a proposal",
    zh: "只有具备`decisions:depart`权限的具名人员才能偏离建议作出决定",
  },
  help: {
    en: "record the proposal as it is, or let a handler sign in and decide",
    zh: "请按建议记录，或由经办人登录后作出决定",
  },
} as const;

/** It would be opened on the way out like one of ours. */
const HAS_TOKENS = {
  code: "wrong-shape",
  at: "",
  message: {
    en: "the request holds a text that looks like a code that the service itself puts in the place of a name or a text (`person-…`, `text-…`)",
    zh: "请求中含有本服务内部使用的代码（形如`person-…`、`text-…`），不能保存",
  },
  help: { en: "name people by their staff numbers, and write texts out", zh: "请改填员工的工号或文本原文" },
} as const;
