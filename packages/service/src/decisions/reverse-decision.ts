import { canonicalJson, parseJson } from "@evenhand/domain";
import { type Db, decisionById } from "@evenhand/store";
import { again } from "../cases/again.ts";
import { type ServiceContext, type Working, workingWith } from "../context.ts";
import { type Answer, type OnceAsk, once } from "../idempotency/once.ts";
import { openFields, textField } from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { REQUEST_LIMITS } from "../rulebook/evaluate.ts";
import { decisionView, recordFrom } from "./decision-view.ts";
import { NOTHING, figuresIn, isSame } from "./figures.ts";
import { noDecision, notInForce } from "./problems.ts";
import { supersede } from "./supersede.ts";

/**
 * Takes a decision back: a decision that charges nobody takes its place, and whatever was deducted is given back with the
 * next payroll. Refused where the decision is not in force, or charges nobody to begin with.
 */
export async function reverseDecision(
  context: ServiceContext,
  ask: OnceAsk & { readonly decision: string },
): Promise<Answer | RefusedAsk> {
  const read = readReason(ask.request.body);
  if ("refusal" in read) return read;
  const working = await workingWith(context);
  return again(() => once(context, ask, (tx) => reverseIn(working, tx, { ...ask, reason: read.reason })));
}

/** Reads a body that holds nothing but `reason`. */
function readReason(text: string): { readonly reason: string } | RefusedAsk {
  const parsed = parseJson(text, REQUEST_LIMITS);
  if ("problems" in parsed) return { refusal: parsed };
  const problems: SentProblem[] = [];
  const fields = openFields(parsed.value, { required: ["reason"], problems });
  const reason = fields && textField(fields, "reason", 2_000);
  return reason === undefined || problems.length > 0 ? refusedAsk(...problems) : { reason };
}

async function reverseIn(
  working: Working,
  tx: Db,
  { actor, decision, reason }: OnceAsk & { readonly decision: string; readonly reason: string },
): Promise<Answer | RefusedAsk> {
  const inForce = await decisionById(tx, decision);
  if (!inForce) return refusedAsk(noDecision(decision));
  if (inForce.superseded_by !== null) return refusedAsk({ ...notInForce(decision), at: "" });
  const charged = [...figuresIn(recordFrom(inForce))].filter(([, figures]) => !isSame(figures, NOTHING));
  if (charged.length === 0) return refusedAsk(CHARGES_NOBODY);
  const settled = { figures: new Map(), asked: new Set(charged.map(([party]) => party)) };
  const recorded = await supersede(working, tx, { actor, inForce, settled, reason });
  if ("refusal" in recorded) return recorded;
  return { status: 201, body: canonicalJson(await decisionView(working.rules, tx, recorded.id)) };
}

const CHARGES_NOBODY: SentProblem = {
  code: "nothing-departs",
  at: "",
  message: { en: "the decision charges nobody and grades nobody", zh: "该决定未对任何人扣款或处分" },
};
