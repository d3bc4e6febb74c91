import type { KeyScope } from "@evenhand/domain";
import type { KeyView } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../../api/send.ts";

/** A key, as `GET /v1/keys` gives it. */
export type Key = KeyView;
/** A key that was just made, with its whole text. */
export type MadeKey = { readonly key: Key; readonly secret: string };

export const keysQuery = () =>
  queryOptions({
    queryKey: ["keys"],
    queryFn: async ({ signal }) =>
      (await send<{ readonly keys: readonly Key[] }>("/v1/keys", { signal })).keys,
  });

export function createKey(body: {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expiresInDays: number;
}): Promise<MadeKey> {
  return send("/v1/keys", { method: "POST", body });
}

export function rotateKey(id: string, overlapHours: number): Promise<MadeKey> {
  return send(`/v1/keys/${encodeURIComponent(id)}/rotate`, { method: "POST", body: { overlapHours } });
}

export function revokeKey(id: string): Promise<Key> {
  return send(`/v1/keys/${encodeURIComponent(id)}`, { method: "DELETE" });
}
