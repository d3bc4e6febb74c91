import { type Actor, WAGE_FACTS, pointer, protectedFacts, quote, reachOf } from "@evenhand/domain";
import { type Db, countDecisionsInForce, lastDecision } from "@evenhand/store";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { versionsOf } from "../rulebook/versions-of.ts";
import { resolveAsk } from "../simulations/open-sides.ts";
import { type DeclaredFact, declaredFacts } from "./fact-declarations.ts";
import {
  type FairnessAsked,
  type FairnessDraft,
  type FairnessPayload,
  TIMES_WITH_DRAFT,
  filterOf,
} from "./fairness-job.ts";
import type { FairnessSent } from "./read-fairness-ask.ts";

type Given = { readonly rules: Rulebook; readonly db: Db; readonly at: number; readonly actor: Actor };

/**
 * What was asked, with what was left out taken from the policy, and the draft as it stands now.
 *
 * @throws AskRefused where there is no such policy, draft or fact
 */
async function resolveFairness(given: Given, sent: FairnessSent): Promise<FairnessAsked> {
  const found = versionsOf(given.rules, sent.policy);
  if ("refusal" in found) throw new AskRefused(...found.refusal.problems);
  const { versions } = found;
  const facts = declaredFacts(versions);
  const problems = unfitFacts(sent, facts);
  if (problems.length > 0) throw new AskRefused(...problems);
  const { groups, payFacts, rank, draft, ...asked } = sent;
  const guarded = versions.flatMap((policy) => protectedFacts(policy));
  return {
    ...asked,
    groups: groups ?? [...new Set(guarded)].filter((fact) => facts.get(fact)?.isTold),
    payFacts: payFacts ?? PAY_FACTS,
    rank: rank && { fact: rank.fact, order: rank.order ?? Object.keys(valuesOf(facts.get(rank.fact))) },
    draft: draft && (await draftOf(given, sent.policy, draft)),
  };
}

/**
 * The same as it is stored, over the decisions that there are now, and how many there are to go through: with a draft each is
 * gone through twice.
 *
 * @throws AskRefused as `resolveFairness`
 */
export async function resolvePayload(
  given: Given,
  sent: FairnessSent,
): Promise<{ readonly payload: FairnessPayload; readonly total: number }> {
  const { db } = given;
  const payload = { ...(await resolveFairness(given, sent)), through: await lastDecision(db) };
  const decisions = await countDecisionsInForce(db, filterOf(payload));
  return { payload, total: payload.draft ? TIMES_WITH_DRAFT * decisions : decisions };
}

/** Facts of the wage that guards know, which say what somebody earns in a month. */
const PAY_FACTS = WAGE_FACTS.filter((fact) => fact === "monthlyWage" || fact === "monthlyBonus");

function valuesOf(fact: DeclaredFact | undefined): Readonly<Record<string, unknown>> {
  return fact?.declaration.values ?? {};
}

/** Facts that nothing declares, or by which nobody can be told apart. */
function unfitFacts(sent: FairnessSent, facts: ReadonlyMap<string, DeclaredFact>): readonly SentProblem[] {
  const groups = sent.groups ?? [];
  const apart = [
    ...groups.map((fact, index) => ({ fact, at: pointer("groups", index) })),
    ...(sent.cross ?? []).map((fact, index) => ({ fact, at: pointer("cross", index) })),
    ...sent.same.facts.map((fact, index) => ({ fact, at: pointer("same", "facts", index) })),
    ...(sent.rank ? [{ fact: sent.rank.fact, at: pointer("rank", "fact") }] : []),
    ...(sent.unitFact === null ? [] : [{ fact: sent.unitFact, at: pointer("unitFact") }]),
  ];
  const read = [
    ...(sent.payFacts ?? []).map((fact, index) => ({ fact, at: pointer("payFacts", index) })),
    ...sent.parts.map(({ fact }, index) => ({ fact, at: pointer("parts", index, "fact") })),
    ...sent.steps.map(({ fact }, index) => ({ fact, at: pointer("steps", index, "fact") })),
    ...sent.reference.map(({ fact }, index) => ({ fact, at: pointer("reference", index, "fact") })),
  ];
  return [
    ...[...apart, ...read].flatMap(({ fact, at }) => (facts.has(fact) ? [] : [unknownFact(fact, at)])),
    ...apart.flatMap(({ fact, at }) => (facts.get(fact)?.isTold === false ? [untoldFact(fact, at)] : [])),
  ];
}

function unknownFact(fact: string, at: string): SentProblem {
  return {
    code: "unknown-value",
    at,
    message: {
      en: `no version of the policy declares a fact ${quote(fact)}`,
      zh: `该制度的任何版本均未声明事实${quote(fact)}`,
    },
  };
}

function untoldFact(fact: string, at: string): SentProblem {
  return {
    code: "unknown-value",
    at,
    message: {
      en: `nobody can be told apart by ${quote(fact)}: it is no closed list, number or yes-or-no, or free text that records keep sealed`,
      zh: `无法按${quote(fact)}分组：它不是枚举、整数或是否类事实，或是以密封形式留存的自由文本`,
    },
    help: {
      en: "declare it as a fact of type `enum` in the policy",
      zh: "请在制度中将其声明为`enum`类型的事实",
    },
  };
}

async function draftOf(
  { rules, db, at, actor }: Given,
  policy: string,
  { id, ...seen }: NonNullable<FairnessSent["draft"]>,
): Promise<FairnessDraft> {
  if (reachOf(actor, "drafts:read") !== "all") throw new AskRefused(NO_DRAFTS);
  const sent = {
    policy,
    baseline: "in-force",
    candidate: { draft: id, ...seen },
    scope: [],
    groups: [],
  } as const;
  const { payload } = await resolveAsk(
    { rules, db, at, candidateAt: ["draft"], draftAt: ["draft", "id"] },
    sent,
  );
  const { candidate, baseline } = payload;
  // INVARIANT: what was asked for as a draft is found as one.
  if (!("draft" in candidate)) throw new Error(`${id} was found as no draft`);
  return { ...candidate, baseline };
}

const NO_DRAFTS: SentProblem = {
  code: "not-allowed",
  at: pointer("draft"),
  message: {
    en: "holding decisions against a draft asks for `drafts:read` as well",
    zh: "与草案对比还须具有`drafts:read`权限",
  },
};
