import type { Language } from "@evenhand/domain";
import { amount } from "@evenhand/policy";
import type { Draft } from "../../api/answers.ts";
import { currencyOf } from "../../document/currency.ts";

/** What a full simulation of exactly this content would move, in words; nothing where there was none. */
export function movedAmount(
  { submissions, document }: Pick<Draft, "submissions" | "document">,
  language: Language,
): string | undefined {
  const movedMinor = submissions.find(({ counts }) => counts)?.movedMinor ?? undefined;
  return movedMinor === undefined
    ? undefined
    : amount(movedMinor, { language, currency: currencyOf(document) });
}

/** From which amount on, that a simulation moves, two people must approve: by the settings, in the policy's currency. */
export function twoApproversFrom(
  { approvals, document }: Pick<Draft, "approvals" | "document">,
  language: Language,
): string {
  return amount(approvals.twoApproversFromMinor, { language, currency: currencyOf(document) });
}
