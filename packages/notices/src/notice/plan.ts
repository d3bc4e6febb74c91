import type { Balance, Instalment } from "@evenhand/domain";
import type { NoticeInput } from "./notice-input.ts";
import type { PartyView } from "./party-view.ts";

/** How a party's amount is to be taken, as it stands: by the account, or by the decision where there is none. */
export type Plan = {
  readonly schedule: readonly Instalment[];
  readonly outstandingMinor: number;
  readonly balance: Balance | undefined;
};

/** @example planOf(input, view).schedule // [{ month: "2026-07", amountMinor: 100000 }, …] */
export function planOf({ ledger }: NoticeInput, { decided }: PartyView): Plan {
  return {
    schedule: ledger?.schedule ?? decided.schedule,
    outstandingMinor: ledger?.balance.outstandingMinor ?? decided.outstandingMinor,
    balance: ledger?.balance,
  };
}
