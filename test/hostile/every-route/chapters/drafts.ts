import type { Json, Visiting } from "../visit.ts";

const ifMatch = (revision: unknown) => ({ "If-Match": `"${String(revision)}"` });

/** A draft from its beginning to a version, and one that is given up. */
export async function drafts(visit: Visiting): Promise<void> {
  const as = "author";
  const draft = await visit("POST /v1/drafts", { as, body: { policy: "complaint-fines" } });
  const params = { id: String(draft["id"]) };
  await visit("PUT /v1/drafts/{id}", {
    as,
    params,
    headers: ifMatch(1),
    body: { label: "the cap is 40 %", document: withCap(draft["document"] as Json) },
  });
  await visit("POST /v1/drafts/{id}/undo", { as, params, headers: ifMatch(2) });
  await visit("POST /v1/drafts/{id}/redo", { as, params, headers: ifMatch(1) });
  await visit("GET /v1/drafts", { as: "approver", query: "policy=complaint-fines&state=draft" });
  await visit("GET /v1/drafts/{id}", { as: "auditor", params });
  for (const who of [as, "approver"] as const)
    await visit("POST /v1/drafts/{id}/presence", {
      as: who,
      params,
      body: { window: "w1", place: "/parameters/bonusCapRate" },
    });
  for (const part of ["history", "diff", "examples"])
    await visit(`GET /v1/drafts/{id}/${part}`, { as: "approver", params });
  await visit("GET /v1/drafts/{id}/diff", { as: "approver", params, query: "against=1" });
  await visit("GET /v1/drafts/{id}/reading", { as: "approver", params, query: "lang=zh" });
  const submitted = await visit("POST /v1/drafts/{id}/submit", { as, params, headers: ifMatch(2) });
  const { contentHash } = submitted;
  const said = await visit("POST /v1/drafts/{id}/comments", {
    as: "approver",
    params,
    body: { about: "parameter/bonusCapRate", text: "why 40 %?" },
  });
  const [thread] = said["threads"] as readonly Json[];
  await visit("POST /v1/drafts/{id}/comments/{thread}/resolve", {
    as,
    params: { ...params, thread: String(thread?.["id"]) },
  });
  await visit("GET /v1/drafts/{id}/comments", { as: "auditor", params });
  await visit("POST /v1/drafts/{id}/reviews", {
    as: "approver",
    params,
    body: { verdict: "approved", contentHash, reason: "as discussed" },
  });
  await visit("POST /v1/drafts/{id}/publish", {
    as: "approver",
    params,
    body: { effectiveFrom: "2026-10-01" },
  });
  await visit("GET /v1/drafts/{id}", { as: "author", params });
  await visit("GET /v1/policies/{id}/versions", { as: "author", params: { id: "complaint-fines" } });
  const withdrawn = { id: "complaint-fines", version: "3" };
  const reason = "the month was mistyped";
  await visit("POST /v1/policies/{id}/versions/{version}/withdraw", {
    as: "approver",
    params: withdrawn,
    body: { reason },
  });
  const other = await visit("POST /v1/drafts", { as, body: { policy: "shop-floor-rules" } });
  await visit("POST /v1/drafts/{id}/withdraw", { as, params: { id: String(other["id"]) } });
  await visit("GET /v1/drafts/{id}", { as, params: { id: String(other["id"]) } });
}

export function withCap(document: Json, value = 0.4): Json {
  const parameters = document["parameters"] as Readonly<Record<string, object>>;
  return {
    ...document,
    parameters: { ...parameters, bonusCapRate: { ...parameters["bonusCapRate"], value } },
  };
}
