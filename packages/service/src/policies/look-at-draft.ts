import type { Language, Policy } from "@evenhand/domain";
import type { ExampleResult } from "@evenhand/engine";
import { type PolicyChange, type PolicyReading, diffPolicies, readPolicy } from "@evenhand/policy";
import type { VersionRow } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type DraftAtHand, draftAtHand } from "./draft-at-hand.ts";
import { draftDiagnostics, errorsOf, hasForm, openDraft } from "./draft-diagnostics.ts";
import { runExamples } from "./examples/run-examples.ts";
import { asVersion, documentOf } from "./policy-document.ts";
import { storedVersion } from "./stored-version.ts";

type Context = Pick<ServiceContext, "store" | "rulebook" | "alarm">;

export type DraftDiff = {
  /** The version that the draft is compared with. */
  readonly against: { readonly version: number; readonly hash: string };
  readonly changes: readonly PolicyChange[];
};

/**
 * What a draft changes, as sentences: against the version it began as, or one that is named. Number and day of effect are
 * left out, since publishing sets them. Refused with the errors of a document that has not the form of a policy yet.
 */
export async function diffDraft(
  context: Context,
  { id, against }: { readonly id: string; readonly against?: number },
): Promise<{ readonly diff: DraftDiff } | RefusedAsk> {
  const rulebook = await context.rulebook();
  return orRefused(async () => {
    const { draft, base } = await context.store.read(async (db) => {
      const draft = await draftAtHand(db, id);
      const version = against ?? draft.row.base_version;
      if (version === null) throw new AskRefused(NOTHING_BEFORE);
      return { draft, base: await storedVersion(db, rulebook, { policyId: draft.row.policy_id, version }) };
    });
    const { row, document } = draft;
    const diagnostics = draftDiagnostics(rulebook, { policyId: row.policy_id, document });
    if (!hasForm(diagnostics)) throw new AskRefused(...errorsOf(diagnostics));
    return { diff: differences(base, draft, rulebook.guardTitles()) };
  });
}

function differences(
  { version, hash, document: text, effective_from }: VersionRow,
  draft: DraftAtHand,
  guards: ReturnType<Rulebook["guardTitles"]>,
): DraftDiff {
  // INVARIANT: a version is a policy, and the draft was just seen to have the form of one.
  const before = documentOf(text) as unknown as Policy;
  const after = asVersion(draft.document, { version, effectiveFrom: effective_from }) as unknown as Policy;
  return { against: { version, hash }, changes: diffPolicies(before, after, guards) };
}

const NOTHING_BEFORE: SentProblem = {
  code: "unknown-version",
  at: "/against",
  message: {
    en: "the draft began as no version, so there is nothing to compare it with",
    zh: "该草案并非由任何版本而来，没有可比较的内容",
  },
  help: { en: "name a version, where there is one by now", zh: "如现已有版本，请指明版本号" },
};

/**
 * A draft as sentences to read, in one language. Refused with the errors of its document, since what cannot be decided
 * under cannot be read either.
 */
export async function readDraftAloud(
  context: Context,
  { id, language }: { readonly id: string; readonly language: Language },
): Promise<{ readonly reading: PolicyReading } | RefusedAsk> {
  const opened = await opensDraft(context, id);
  if ("refusal" in opened) return opened;
  const { version, guards } = opened.loaded;
  return { reading: readPolicy(version, language, { guards, isDraft: opened.state !== "published" }) };
}

/** How the examples of a draft come out, by both evaluators; those that pass have no failures. */
export async function tryExamples(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly examples: readonly ExampleResult[] } | RefusedAsk> {
  const opened = await opensDraft(context, id);
  return "refusal" in opened ? opened : { examples: await runExamples(context, opened.loaded) };
}

async function opensDraft(context: Context, id: string) {
  const rulebook = await context.rulebook();
  return orRefused(async () => {
    const { row, document } = await context.store.read((db) => draftAtHand(db, id));
    const { loaded, diagnostics } = openDraft(rulebook, { policyId: row.policy_id, document });
    if (!loaded) throw new AskRefused(...errorsOf(diagnostics));
    return { loaded, state: row.state };
  });
}
