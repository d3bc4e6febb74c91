import type { DecisionSummary, RecordedDecision } from "@evenhand/domain";
import type { Statement } from "@evenhand/service";
import { expect } from "vitest";
import { type World, onDay } from "../world.ts";

type List = { readonly decisions: readonly DecisionSummary[]; readonly next: string | null };

/** 7 September: P1 sees what is decided about P1 and nothing else; an auditor sees everything, without names. */
export async function whoSeesWhat(world: World): Promise<void> {
  await onDay(world, "2026-09-07T09:00:00+08:00", "worker", "auditor", "handler", "admin");
  await workerSeesTheirOwn(world);
  await auditorSeesNoNames(world);
  await auditorSeesWhom(world);
  await leaverIsErased(world);
}

async function workerSeesTheirOwn({ transcript, as }: World): Promise<void> {
  const worker = as("worker");
  const list = await worker.send<List>({ step: "own-decisions", path: "/v1/decisions" });
  expect(list.body.decisions.map(({ id }) => id)).toEqual(
    ["HALVED", "SECOND", "FIRST"].map((name) => transcript.named(name)),
  );
  for (const { parties } of list.body.decisions) expect(parties.map(({ party }) => party)).toEqual(["P1"]);
  // 1,200.00 of the first decision, not the 2,100.00 that it charges both.
  expect(list.body.decisions.map(({ totalMinor }) => totalMinor)).toEqual([45_000, 90_000, 120_000]);
  const first = await worker.send<RecordedDecision>({ path: `/v1/decisions/${transcript.named("FIRST")}` });
  const { record } = first.body;
  expect(record.outcome.parties.map(({ party }) => party)).toEqual(["P1"]);
  expect(record.case.parties.map(({ id }) => id)).toEqual(["P1"]);
  // Nobody else stands in it, neither by number nor by pseudonym, nor what P2 earns.
  expect(first.text).not.toMatch(/"P2"|person-[0-9a-f]{64}/);
  expect(first.text).not.toContain("150000");
  // The division of the loss shows their own line only: P2's 900.00 could be worked out from the others.
  const division = record.explanation.find(({ arithmetic }) =>
    arithmetic?.some(({ label }) => label.en === "P1"),
  );
  expect(division?.arithmetic).toEqual([
    { label: { en: "P1", zh: "P1" }, formula: "12,000.00 × 4 ÷ 40 = 1,200.00", resultMinor: 120_000 },
  ]);

  const statement = await worker.send<Statement>({ path: "/v1/people/P1/ledger" });
  expect(statement.body.balance).toMatchObject({ deductedMinor: 161_333, scheduledMinor: 3_667 });
  const others = [
    { step: "ledger-of-another", path: "/v1/people/P2/ledger" },
    { path: `/v1/decisions/${transcript.named("THIRD")}` },
  ];
  for (const other of others) {
    const refused = await worker.send({ ...other, status: 404 });
    expect(refused.body).toMatchObject({ code: "not-found" });
  }
  const filtered = await worker.send<List>({ path: "/v1/decisions?party=P3" });
  expect(filtered.body).toEqual({ decisions: [], next: null });
  await worker.send({ path: "/v1/audit-events", status: 403 });
}

async function auditorSeesNoNames({ transcript, as }: World): Promise<void> {
  const auditor = as("auditor");
  const list = await auditor.send<List>({ step: "masked-decisions", path: "/v1/decisions?limit=2" });
  expect(list.body.decisions).toHaveLength(2);
  expect(list.text).not.toMatch(/"P[1-3]"/);
  const rest = await auditor.send<List>({ path: `/v1/decisions?limit=2&cursor=${list.body.next ?? ""}` });
  expect([...list.body.decisions, ...rest.body.decisions].map(({ id }) => id)).toEqual(
    ["HALVED", "THIRD", "SECOND", "FIRST"].map((name) => transcript.named(name)),
  );
  expect(rest.body.next).toBeNull();
  const decision = await auditor.send({ path: `/v1/decisions/${transcript.named("HALVED")}` });
  expect(decision.text).not.toContain("reached the team late");
}

/** Who looked at whom, and why, stays on record. */
async function auditorSeesWhom({ transcript, as }: World): Promise<void> {
  const auditor = as("auditor");
  const halved = transcript.named("HALVED");
  const unmasked = await auditor.send<RecordedDecision>({
    step: "unmask",
    method: "POST",
    path: `/v1/decisions/${halved}/unmask`,
    body: { reason: "complaint of the works council" },
  });
  expect(unmasked.body.record.outcome.parties.map(({ party }) => party)).toEqual(["P1"]);
  expect(unmasked.text).toContain("reached the team late");
  const events = await auditor.send<{ readonly events: readonly { readonly object: object }[] }>({
    path: "/v1/audit-events?limit=1",
  });
  expect(events.body.events).toMatchObject([{ object: { kind: "decision", id: halved } }]);
  const masked = await auditor.send({ path: `/v1/decisions/${halved}` });
  expect(masked.text).not.toContain('"P1"');
}

/** P2 has left and is settled, so P2 may be forgotten; P1, of whom something is planned, may not. */
async function leaverIsErased({ transcript, as }: World): Promise<void> {
  const erase = { method: "POST", body: { reason: "left in August, asked for it" } } as const;
  const early = await as("admin").send({ ...erase, path: "/v1/people/P1/erase", status: 409 });
  expect(early.body).toMatchObject({ code: "still-owing" });
  await as("admin").send({ step: "erase", ...erase, path: "/v1/people/P2/erase" });
  await as("handler").send({ path: "/v1/people/P2/ledger", status: 404 });
  const first = await as("handler").send<RecordedDecision>({
    path: `/v1/decisions/${transcript.named("FIRST")}`,
  });
  expect(first.body.record.outcome.parties).toMatchObject([
    { party: "P1", totalMinor: 120_000 },
    { party: expect.stringMatching(/^person-[0-9a-f]{64}$/) as string, totalMinor: 90_000 },
  ]);
  expect(first.text).not.toContain('"P2"');
}
