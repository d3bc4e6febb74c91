import { decisionOn } from "../fines.ts";
import type { Json, Visiting } from "../visit.ts";
import type { World } from "../world.ts";

/** Decisions with everything that can come after them. */
export async function decisions(visit: Visiting, world: World): Promise<void> {
  await recorded(visit);
  await appealedAgainst(visit, world);
}

const idOf = (answer: Json): string => String(answer["id"]);

async function recorded(visit: Visiting): Promise<void> {
  const first = await visit("POST /v1/decisions", {
    as: "decide",
    headers: { "Idempotency-Key": "first" },
    body: decisionOn("C-1", ["P1", "P2"]),
  });
  const second = await visit("POST /v1/decisions", {
    as: "handler",
    body: {
      ...decisionOn("C-1", ["P1", "P2"]),
      supersedes: idOf(first),
      departures: [{ party: "P1", bonusMinor: 50_000 }],
      reason: "the drawing was unclear",
    },
  });
  for (const as of ["handler", "auditor", "decisions:read"]) {
    await visit("GET /v1/decisions", { as, query: "policy=complaint-fines&limit=1" });
    await visit("GET /v1/decisions/{id}", { as, params: { id: idOf(first) } });
    await visit("GET /v1/decisions/{id}/comparators", { as, params: { id: idOf(first) } });
  }
  const query =
    "party=P1&status=in-force&departures=yes&from=2026-07-01&until=2026-08-01&reference=C-1&version=2";
  await visit("GET /v1/decisions", { as: "handler", query });
  const params = { id: idOf(second) };
  await visit("POST /v1/decisions/{id}/waivers", {
    as: "handler",
    params,
    body: { party: "P1", amountMinor: 10_000, reason: "hardship" },
  });
  const third = await visit("POST /v1/decisions", { as: "handler", body: decisionOn("C-2", ["P3"]) });
  await visit("POST /v1/decisions/{id}/reverse", {
    as: "handler",
    params: { id: idOf(third) },
    body: { reason: "the customer was mistaken" },
  });
}

/** By somebody under an account of their own, and decided by another handler than the one who recorded. */
async function appealedAgainst(visit: Visiting, world: World): Promise<void> {
  const { headers, person } = await world.person("employee");
  const other = await world.person("handler");
  const decision = await visit("POST /v1/decisions", {
    as: "handler",
    body: decisionOn("C-3", [person.personId, "P4"]),
  });
  const params = { id: idOf(decision) };
  const appeal = await visit("POST /v1/decisions/{id}/appeals", {
    as: headers,
    params,
    body: { statement: "I was not on shift" },
  });
  await visit("GET /v1/people/{id}/ledger", { as: headers, params: { id: person.personId } });
  await visit("POST /v1/appeals/{id}/decide", {
    as: other.headers,
    params: { id: idOf(appeal) },
    body: {
      verdict: "reduced",
      reason: "half of the share stands",
      departures: [{ party: person.personId, bonusMinor: 60_000 }],
    },
  });
  const upheld = await visit("POST /v1/decisions/{id}/appeals", {
    as: "handler",
    params: {
      id: idOf(await visit("POST /v1/decisions", { as: "handler", body: decisionOn("C-4", ["P4"]) })),
    },
    body: { party: "P4", statement: "not me" },
  });
  await visit("POST /v1/appeals/{id}/decide", {
    as: other.headers,
    params: { id: idOf(upheld) },
    body: { verdict: "upheld", reason: "it was" },
  });
  const regretted = await visit("POST /v1/decisions/{id}/appeals", {
    as: headers,
    params: {
      id: idOf(
        await visit("POST /v1/decisions", { as: "handler", body: decisionOn("C-41", [person.personId]) }),
      ),
    },
    body: { statement: "I was not on shift then either" },
  });
  await visit("POST /v1/appeals/{id}/withdraw", {
    as: headers,
    params: { id: idOf(regretted) },
    body: { reason: "I was" },
  });
  for (const as of [headers, "handler", "auditor"]) {
    await visit("GET /v1/decisions/{id}", { as, params });
    await visit("GET /v1/appeals", { as, query: "state=decided&limit=1" });
    await visit("GET /v1/appeals/{id}", { as, params: { id: idOf(appeal) } });
  }
  await visit("GET /v1/decisions", { as: headers });
}
