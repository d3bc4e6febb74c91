import type { Json, Visiting } from "../visit.ts";

/** Accounts, keys and settings, and who changed what. */
export async function people(visit: Visiting): Promise<void> {
  const as = "admin";
  await visit("GET /v1/users", { as });
  const account = { email: "new@example.org", name: "Somebody", personId: "E7001", roles: ["employee"] };
  const { user } = (await visit("POST /v1/users", { as, body: account })) as { readonly user: Json };
  const params = { id: String(user["id"]) };
  await visit("PATCH /v1/users/{id}", { as, params, body: { name: "Somebody else", roles: ["author"] } });
  await visit("POST /v1/users/{id}/invitation", { as, params });
  await keys(visit);
  await visit("GET /v1/settings", { as: "author" });
  await visit("PUT /v1/settings", { as, body: { announcementDay: 12 } });
  for (const sender of ["admin", "employee", "evaluate", "auditor"])
    await visit("GET /v1/me", { as: sender });
  await visit("GET /v1/audit-events", { as: "auditor" });
  const query = "object=user&action=user.created&limit=1&after=2026-07-01T00:00:00%2B08:00";
  await visit("GET /v1/audit-events", { as: "auditor", query });
  await visit("GET /v1/audit-events/days", { as: "auditor", query: "object=user&timeZone=Asia/Shanghai" });
  for (const sender of ["admin", "metrics:read"]) await visit("GET /metrics", { as: sender });
}

async function keys(visit: Visiting): Promise<void> {
  const as = "admin";
  const made = await visit("POST /v1/keys", {
    as,
    body: { name: "a system", scopes: ["evaluate", "decide"], expiresInDays: 30 },
  });
  const params = { id: String((made["key"] as Json)["id"]) };
  await visit("POST /v1/keys/{id}/rotate", { as, params, body: { overlapHours: 1 } });
  await visit("DELETE /v1/keys/{id}", { as, params });
  await visit("GET /v1/keys", { as });
}
