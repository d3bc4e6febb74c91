import { type Diagnostic, DIAGNOSTIC_CODES } from "@evenhand/domain";
import { otherPolicy } from "@evenhand/policy";
import type { SentProblem } from "../problems/problem-document.ts";
import type { OpenedPolicy } from "../rulebook/open-policy.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type DraftDocument, documentText } from "./policy-document.ts";

/** Everything found about the document of a draft of a policy, against the calendars and guards in use. */
export function draftDiagnostics(
  rulebook: Rulebook,
  { policyId, document }: { readonly policyId: string; readonly document: DraftDocument },
): readonly Diagnostic[] {
  return [...otherPolicy(policyId, document), ...rulebook.validate(documentText(document))];
}

/** The same, and the document ready to be decided under where nothing found in it is an error. */
export function openDraft(
  rulebook: Rulebook,
  { policyId, document }: { readonly policyId: string; readonly document: DraftDocument },
): OpenedPolicy {
  const { loaded, diagnostics } = rulebook.tryOut(documentText(document));
  const others = otherPolicy(policyId, document);
  return {
    ...(loaded && others.length === 0 ? { loaded } : {}),
    diagnostics: [...others, ...diagnostics],
  };
}

/** An answer never grows far beyond what was asked. */
const MOST_TOLD = 100;

/** The errors among diagnostics as problems of whoever wants to go on with the draft; pointers lead into the document. */
export function errorsOf(diagnostics: readonly Diagnostic[]): readonly SentProblem[] {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .slice(0, MOST_TOLD)
    .map(({ at, message, help }) => ({ code: "draft-has-errors", at, message, ...(help ? { help } : {}) }));
}

/** From this one on, codes are about what a document means, and not about its form. */
const FIRST_OF_MEANING = DIAGNOSTIC_CODES.indexOf("duplicate-id");

/**
 * Whether a document has the form of a policy through and through, so that it can be compared and read though it may have
 * errors.
 */
export function hasForm(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(
    ({ code, severity }) => severity === "warning" || DIAGNOSTIC_CODES.indexOf(code) >= FIRST_OF_MEANING,
  );
}
