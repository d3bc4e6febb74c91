import { readerOf } from "@evenhand/analysis";
import type { Case } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { describe, expect, it } from "vitest";
import { loadRules } from "../support/rules.ts";
import { recordedOf } from "./recorded.ts";

const rules = loadRules();

function versionOf(id: string, version: number): LoadedVersion {
  const found = rules.loaded.find(
    ({ version: { policy } }) => policy.id === id && policy.version === version,
  );
  if (!found) throw new Error(`there is no version ${version} of ${id}`);
  return found;
}

const fines = versionOf("complaint-fines", 2);

/** Example A of complaint-fines: two of a team of 40 points, a loss of 12,000.00. */
function exampleA(
  change: { readonly case?: Case["facts"]; readonly first?: Case["facts"]; readonly id?: string } = {},
): Case {
  const team = { function: "production", unit: "cutting", responsible: true, unitBasePoints: 40, faults: [] };
  return {
    reference: "A",
    facts: {
      complaintKind: "spec-mismatch",
      receivedOn: "2026-07-06",
      decidedOn: "2026-07-10",
      lossAmount: 1_200_000,
      ...change.case,
    },
    parties: [
      {
        id: change.id ?? "P1",
        kind: "person",
        facts: { ...team, basePoints: 4, monthlyBonus: 200_000, ...change.first },
      },
      { id: "P2", kind: "person", facts: { ...team, basePoints: 3, monthlyBonus: 150_000 } },
    ],
  };
}

const read = readerOf(fines.version);
const likenessOf = (asked: Case): string =>
  read({ recorded: recordedOf(fines, asked), decider: null }).likeness;

describe("the likeness of recorded decisions", () => {
  it("is the same for another person, another time and whatever no rule of intake, attribution or penalty reads", () => {
    const alike = likenessOf(exampleA());
    expect(likenessOf(exampleA({ id: "P7" }))).toBe(alike);
    expect(likenessOf(exampleA({ case: { receivedOn: "2026-07-07", decidedOn: "2026-07-12" } }))).toBe(alike);
  });

  it.each([
    ["the loss", exampleA({ case: { lossAmount: 1_200_001 } })],
    ["the kind", exampleA({ case: { complaintKind: "late-delivery" } })],
    ["a party's points", exampleA({ first: { basePoints: 5 } })],
    ["a fault", exampleA({ first: { faults: ["wrong-loading"], seriousness: "slight" } })],
    ["who is responsible", exampleA({ first: { responsible: false } })],
  ])("is another where %s differs", (_, other) => {
    expect(likenessOf(other)).not.toBe(likenessOf(exampleA()));
  });

  it("names a team by its place, not by its name, where rules only ask whether it is one team", () => {
    const { facts, parties } = exampleA();
    const elsewhere = parties.map((party) => ({ ...party, facts: { ...party.facts, unit: "welding" } }));
    expect(likenessOf({ reference: "B", facts, parties: elsewhere })).toBe(likenessOf(exampleA()));
  });

  it("shows what was proposed beside what was decided", () => {
    const departed = read({
      recorded: recordedOf(fines, exampleA(), { departures: [{ party: "P1", bonusMinor: 60_000 }] }),
      decider: "handler-1",
    });
    expect(departed.likeness).toBe(likenessOf(exampleA()));
    expect(departed.parties[0]).toMatchObject({
      proposed: { totalMinor: 120_000 },
      decided: { totalMinor: 60_000 },
    });
    expect(departed).toMatchObject({ decider: "handler-1", reason: "commitment", category: "spec-mismatch" });
  });

  it("names parties who are asked of by another party by their place", () => {
    const incident = versionOf("order-incident", 1);
    const readIncident = readerOf(incident.version);
    const accused = (by: string, id: string): string =>
      readIncident({
        recorded: recordedOf(incident, {
          reference: "I",
          facts: { decidedOn: "2026-07-10" },
          parties: [
            { id, kind: "person", facts: { causedError: true, monthlyBonus: 100_000 } },
            { id: by, kind: "person", facts: { accusedBy: id, monthlyBonus: 100_000 } },
          ],
        }),
        decider: null,
      }).likeness;
    expect(accused("Q1", "Q2")).toBe(accused("R1", "R2"));
  });

  it("counts moments as their distance from the one that the version is chosen by", () => {
    const property = versionOf("property-complaints", 1);
    const readProperty = readerOf(property.version);
    const reported = (receivedAt: string, reportedMajorAt: string): string =>
      readProperty({
        recorded: recordedOf(property, {
          reference: "R",
          facts: { matter: "fire", nature: "upheld", receivedAt },
          parties: [{ id: "P1", kind: "person", facts: { reportedMajorAt } }],
        }),
        decider: null,
      }).likeness;
    const within = reported("2026-07-06T08:00:00+08:00", "2026-07-06T08:10:00+08:00");
    expect(reported("2026-07-07T15:00:00+08:00", "2026-07-07T15:10:00+08:00")).toBe(within);
    expect(reported("2026-07-06T08:00:00+08:00", "2026-07-06T08:11:00+08:00")).not.toBe(within);
  });

  it("counts what is on record in the months looked back, for the person and the rule that are asked about", () => {
    const { policy } = fines.version;
    const repeated = {
      ...fines.version,
      policy: {
        ...policy,
        parameters: {
          ...policy.parameters,
          lookBack: { value: 12, unit: "months", label: { en: "look back", zh: "回溯" }, references: [] },
        },
        derived: {
          ...policy.derived,
          party: {
            ...policy.derived?.party,
            priors: {
              kind: "on-record",
              code: "order-misrecorded",
              months: { fact: "parameter.lookBack" },
              label: { en: "priors", zh: "前次" },
            },
          },
        },
      },
    } as const;
    const priorsOf = (party: string, code: string, occurredOn: string): unknown =>
      readerOf(repeated)({
        recorded: recordedOf(fines, exampleA(), { findings: [{ party, code, occurredOn }] }),
        decider: null,
      }).relevant.parties[0]?.["priors"];
    expect(priorsOf("P1", "order-misrecorded", "2025-07-06")).toBe(1);
    expect(priorsOf("P1", "order-misrecorded", "2025-07-05")).toBe(0);
    expect(priorsOf("P1", "order-misrecorded", "2026-07-06")).toBe(0);
    expect(priorsOf("P2", "order-misrecorded", "2026-01-01")).toBe(0);
    expect(priorsOf("P1", "wrong-loading", "2026-01-01")).toBe(0);
  });
});
