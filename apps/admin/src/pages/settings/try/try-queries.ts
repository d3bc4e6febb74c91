import type { EvaluateRequest, EvaluateResponse } from "@evenhand/domain";
import type { Requirements } from "@evenhand/engine";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../../api/send.ts";
import type { JsonObject } from "../../../document/pointer.ts";

export type { FactRequirement, Requirements } from "@evenhand/engine";

function pathOf(policy: string): string {
  return `/v1/policies/${encodeURIComponent(policy)}`;
}

export const requirementsQuery = (asked: { readonly policy: string; readonly version: number }) =>
  queryOptions({
    queryKey: ["policies", asked.policy, "requirements", asked.version],
    queryFn: ({ signal }) =>
      send<Requirements>(`${pathOf(asked.policy)}/versions/${asked.version}/requirements`, { signal }),
    // What a version asks for never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** An answer, and how long it was on its way and being worked out, in whole milliseconds. */
export type Tried = { readonly response: EvaluateResponse; readonly tookMs: number };

/** Sends a request just as another system would. @throws ProblemError with everything that is wrong with it */
export async function evaluate(policy: string, request: JsonObject): Promise<Tried> {
  const begun = performance.now();
  const response = await send<EvaluateResponse>(`${pathOf(policy)}/evaluate`, {
    method: "POST",
    body: request,
  });
  return { response, tookMs: Math.round(performance.now() - begun) };
}

/** A request as JSON that a form can change field by field. INVARIANT: every request is JSON. */
export function asJson(request: EvaluateRequest): JsonObject {
  return JSON.parse(JSON.stringify(request)) as JsonObject;
}
