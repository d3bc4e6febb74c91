import type { Role } from "@evenhand/domain";
import type { UserView } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../../api/send.ts";

/** An account, as `GET /v1/users` gives it. */
export type Account = UserView;
export type Invited = { readonly link: string; readonly expiresAt: string };
export type NewAccount = {
  readonly email: string;
  readonly name: string;
  readonly personId: string;
  readonly roles: readonly Role[];
};
export type AccountChange = {
  readonly roles?: readonly Role[];
  readonly disabled?: boolean;
  readonly secondFactor?: false;
};

export const accountsQuery = () =>
  queryOptions({
    queryKey: ["users"],
    queryFn: async ({ signal }) =>
      (await send<{ readonly users: readonly Account[] }>("/v1/users", { signal })).users,
  });

export function createAccount(
  body: NewAccount,
): Promise<{ readonly user: Account; readonly invitation: Invited }> {
  return send("/v1/users", { method: "POST", body });
}

export function changeAccount(id: string, body: AccountChange): Promise<Account> {
  return send(`/v1/users/${encodeURIComponent(id)}`, { method: "PATCH", body });
}

export async function inviteAgain(id: string): Promise<Invited> {
  const path = `/v1/users/${encodeURIComponent(id)}/invitation`;
  return (await send<{ readonly invitation: Invited }>(path, { method: "POST" })).invitation;
}
