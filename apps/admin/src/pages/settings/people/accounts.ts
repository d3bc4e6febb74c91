import { type Role, clashOf } from "@evenhand/domain";
import type { Account } from "./people-queries.ts";

/** How an account stands; `erased`: the person behind it was erased, and it stays shut for good. */
export type AccountState = "active" | "invited" | "disabled" | "erased";

export function stateOf({ personId, disabled, canSignIn }: Account): AccountState {
  if (personId === "") return "erased";
  if (disabled) return "disabled";
  return canSignIn ? "active" : "invited";
}

/** The other accounts of a person that are not shut. */
export function othersOf(
  accounts: readonly Account[],
  account: { readonly id?: string; readonly personId: string },
): readonly Account[] {
  const personId = account.personId.trim();
  if (personId === "") return [];
  return accounts.filter(
    (other) => other.id !== account.id && other.personId === personId && !other.disabled,
  );
}

/** Two roles that one person would have and may not, under whichever accounts; the service refuses them alike. */
export function clashWith(
  accounts: readonly Account[],
  account: { readonly id?: string; readonly personId: string; readonly roles: readonly Role[] },
): readonly [Role, Role] | undefined {
  return clashOf([...account.roles, ...othersOf(accounts, account).flatMap(({ roles }) => roles)]);
}

/** Whether a text stands in what an account is known by: name, address or staff number. */
export function isNamed({ name, email, personId }: Account, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [name, email, personId].some((one) => one.toLowerCase().includes(wanted));
}
