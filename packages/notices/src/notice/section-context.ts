import { moneyInColumn, moneyInSentence } from "../shared/money.ts";
import type { NoticeWords } from "../words/notice-words.ts";
import type { NoticeInput } from "./notice-input.ts";
import type { PartyView } from "./party-view.ts";

/** What every section of a notice is written from. */
export type SectionContext = {
  readonly input: NoticeInput;
  readonly view: PartyView;
  readonly words: NoticeWords;
};

/** An amount as it stands in a sentence of a document, where the currency does not go without saying in either language. */
export function inSentence(amountMinor: number, { vocabulary: { language, policy } }: PartyView): string {
  return moneyInSentence(amountMinor, { language, currency: policy.currency });
}

/** An amount as it stands in a column that names the currency. */
export function inColumn(amountMinor: number, { vocabulary: { policy } }: PartyView): string {
  return moneyInColumn(amountMinor, policy.currency);
}
