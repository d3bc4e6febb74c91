import { createApp } from "@evenhand/api";
import type { Actor } from "@evenhand/domain";
import { rulesOfStore, takeInRules } from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { serviceOver } from "../auth/service.ts";
import { knowing } from "../docs/kept-service.ts";
import { FILES, NOW } from "../policies/scene.ts";

/** What came back: the status, and the answer as JSON, or its text under `text` where it is none. */
export type Sent = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** Sends a request as somebody. */
export type Send = (
  actor: Actor,
  path: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<Sent>;

/** The routes over a database with complaint fines taken in, whoever sends. */
export async function sendingTo(store: Store): Promise<Send> {
  await takeInRules({ store, now: () => NOW }, FILES);
  const { surroundings } = await serviceOver(store, { rules: rulesOfStore(store), startsAt: NOW });
  let keys = 0;
  return async (actor, path, body, headers = {}) => {
    const response = await createApp(knowing(surroundings, actor)).request(path, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": `k-${(keys += 1)}`,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
    return {
      status: response.status,
      body: isJson ? ((await response.json()) as Sent["body"]) : { text: await response.text() },
    };
  };
}

/** The codes, places and hints of a problem document. */
export function problemsIn({ body }: Sent): readonly string[] {
  const errors = (body["errors"] ?? []) as readonly {
    readonly code: string;
    readonly pointer: string;
    readonly help?: string;
  }[];
  return errors.map(({ code, pointer, help }) => [code, pointer, help].filter(Boolean).join(" "));
}
