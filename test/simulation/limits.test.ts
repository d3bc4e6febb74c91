import {
  type PastCase,
  type SimulationAsk,
  groupableFacts,
  startSimulation,
  unfitToSimulate,
} from "@evenhand/analysis";
import { canonicalJson } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { loadRules } from "../support/rules.ts";
import { VERSION_2, changed, complaint, person, simulate, withValue } from "./complaint-fines.ts";

const CASE = complaint("a", { decidedOn: "2026-07-10", lossMinor: 40_000, parties: [person("P1")] });
const onDay = (id: string, decidedOn: string): PastCase =>
  complaint(id, { decidedOn, lossMinor: 40_000, parties: [person("P1")] });

describe("a finding that is none", () => {
  const cheaper = changed(withValue("warningConversion", 0.05));

  it("is said in words where there are no cases", () => {
    const { result } = simulate(cheaper, []);
    expect(result.headline.en).toBe(
      "There are no past cases to try version 3 on, so nothing can be said about it.",
    );
    expect(result).toMatchObject({ window: null, limits: [], groups: [], months: [], rules: [] });
  });

  it("is said in words where both are one document", () => {
    const { result, changes } = simulate(VERSION_2, [CASE]);
    expect(changes).toEqual([]);
    expect(result.headline.en).toBe(
      "Version 2 is the same document as version 2, so that none of 1 decisions changes.",
    );
  });

  it("is said in words where no outcome differs", () => {
    const { result } = simulate(cheaper, [CASE]);
    expect(result.headline.en).toBe(
      "Version 3 would change none of 1 decisions: every outcome stays the same.",
    );
    expect(result.directions).toEqual({ lower: 0, same: 1, higher: 0 });
  });

  it("is said in words where no case could be decided by both", () => {
    const asking = changed((policy) => ({
      ...policy,
      facts: {
        ...policy.facts,
        case: {
          ...policy.facts.case,
          lineSpeed: { type: "integer", label: { en: "speed of the line", zh: "线速" }, required: true },
        },
      },
    }));
    const { result } = simulate(asking, [CASE]);
    expect(result.headline.en).toBe(
      "None of 1 past cases could be decided by both versions, so nothing can be said about version 3; the reasons are listed.",
    );
  });
});

describe("a case that one side cannot decide", () => {
  const speed = { type: "integer", label: { en: "speed of the line", zh: "线速" } } as const;
  const asking = (required: boolean | readonly ["team"]) =>
    changed((policy) => ({
      ...policy,
      facts: { ...policy.facts, party: { ...policy.facts.party, lineSpeed: { ...speed, required } } },
    }));

  it("is skipped for the fact that a newer version needs and it never had, and is in no figure", () => {
    const team = { id: "T1", kind: "team", facts: {} } as const;
    const cases = [CASE, { ...onDay("b", "2026-07-11"), case: { ...CASE.case, parties: [team] } }];
    const { result } = simulate(asking(["team"]), cases);
    expect(result.counts).toMatchObject({ taken: 2, evaluated: 1, skipped: 1 });
    expect(result.skipped).toEqual([
      {
        side: "candidate",
        code: "missing-fact",
        reason: {
          en: "not decided by the candidate: `lineSpeed` (speed of the line) is required and missing",
          zh: expect.stringContaining("按拟议版本无法核算：") as string,
        },
        cases: 1,
        examples: ["b"],
      },
    ]);
    expect(result.amounts).toMatchObject({ baselineMinor: 4_000, candidateMinor: 4_000 });
  });

  it("is skipped for a fact that only the newer version knows, by the baseline", () => {
    const stated = complaint("a", {
      decidedOn: "2026-07-10",
      lossMinor: 40_000,
      parties: [person("P1", { lineSpeed: 3 })],
    });
    const { result } = simulate(asking(false), [stated]);
    expect(result.skipped).toMatchObject([{ side: "baseline", code: "unknown-fact", cases: 1 }]);
  });

  it("is counted once for each reason, with its first five, whatever party it is about", () => {
    const cases = Array.from({ length: 7 }, (_, index) =>
      complaint(`c${index}`, {
        decidedOn: "2026-07-10",
        lossMinor: 40_000,
        parties: [
          ...Array.from({ length: index }, (_none, place) => person(`P${place}`)),
          person("X", { basePoints: null }),
        ],
      }),
    );
    const { result } = simulate(asking(false), cases);
    expect(result.skipped).toMatchObject([
      { side: "both", code: "missing-fact", cases: 7, examples: ["c0", "c1", "c2", "c3", "c4"] },
    ]);
  });

  it("plans nothing on the other side either, so that what follows stands on the same", () => {
    const owing = complaint("a", {
      decidedOn: "2026-07-10",
      lossMinor: 1_200_000,
      parties: [person("P1", { lineSpeed: 3 })],
    });
    const { changes, result } = simulate(asking(false), [owing, onDay("b", "2026-07-11")]);
    expect(changes).toEqual([]);
    expect(result.cap.candidate).toMatchObject({ charges: 1, carried: 0 });
  });
});

describe("a group", () => {
  const cheaper = changed(withValue("warningConversion", 0.05));
  const days = Array.from({ length: 12 }, (_, index) => `2026-07-${10 + index}`);
  const valuesOf = (personOn: (index: number) => string) =>
    simulate(
      cheaper,
      days.map((decidedOn, index) =>
        complaint(`c${index}`, { decidedOn, lossMinor: 40_000, parties: [person(personOn(index))] }),
      ),
      { groups: ["unit", "seriousness"] },
    ).result.groups.flatMap(({ values }) => values);

  it("is small where it is of fewer than ten people, however many cases they have", () => {
    expect(Object.keys(valuesOf((index) => `P${index % 9}`)[0] ?? {})).toEqual([
      "value",
      "label",
      "isWithheld",
    ]);
    expect(valuesOf((index) => `P${index % 10}`)[0]).toMatchObject({ n: 12, people: 10, isWithheld: false });
  });

  it("is withheld with the next larger one where a total less the others would tell it", () => {
    const cases = (sizes: Readonly<Record<string, number>>) =>
      Object.entries(sizes)
        .flatMap(([unit, count]) => Array.from({ length: count }, (_none, index) => ({ unit, index })))
        .map(({ unit, index }, place) =>
          complaint(`c${100 + place}`, {
            decidedOn: "2026-07-10",
            lossMinor: 40_000,
            parties: [person(`${unit}-${index}`, { unit })],
          }),
        );
    const withheld = (sizes: Readonly<Record<string, number>>) =>
      simulate(cheaper, cases(sizes), { groups: ["unit"] }).result.groups[0]?.values.flatMap((value) =>
        value.isWithheld ? [value.value] : [],
      );
    const told = { "unit-a": 13, "unit-b": 12, "unit-c": 11 };
    expect(withheld(told)).toEqual([]);
    expect(withheld({ ...told, few: 1 })).toEqual(["unit-c", "few"]);
    // Three and four people together are still a few; five and six are not.
    expect(withheld({ ...told, few: 3, fewer: 4 })).toEqual(["unit-c", "fewer", "few"]);
    expect(withheld({ ...told, few: 5, more: 6 })).toEqual(["more", "few"]);
  });

  it("is also of those who state nothing", () => {
    const label = { en: "not stated", zh: "未填写" };
    expect(valuesOf(() => "P1")[1]).toEqual({ value: null, label, isWithheld: true });
  });
});

describe("what is asked of a simulation", () => {
  const begin = (groups: readonly string[] = []) =>
    startSimulation({ baseline: VERSION_2, candidate: VERSION_2, groups });

  it.each([
    ["an earlier day", "z", "2026-07-09"],
    ["the same day and an earlier id", "A", "2026-07-10"],
    ["the same case twice", "a", "2026-07-10"],
  ])("is in order: %s is refused", (_what, id, decidedOn) => {
    const simulation = begin();
    simulation.take(CASE);
    expect(() => simulation.take(onDay(id, decidedOn))).toThrow("cases are given ordered by `decidedOn`");
    expect(simulation.result().counts.taken).toBe(1);
  });

  it("is dated on days that exist", () => {
    expect(() => begin().take({ ...CASE, decidedOn: "2026-02-30" })).toThrow("no day that exists");
  });

  it("is of one policy, in one currency, by facts that make groups", () => {
    const other = loadRules().loaded.find(({ version }) => version.policy.id === "order-incident");
    if (!other) throw new Error("there is no order-incident");
    const inDollars = changed((policy) => ({ ...policy, currency: "USD" }));
    const sides = { baseline: VERSION_2, candidate: VERSION_2 };
    const asks: readonly SimulationAsk[] = [
      { ...sides, candidate: other, groups: [] },
      { ...sides, candidate: inDollars, groups: [] },
      { ...sides, groups: Array.from({ length: 9 }, (_, index) => `f${index}`) },
      { ...sides, groups: ["unit", "monthlyBonus"] },
      { ...sides, groups: ["unit", "unit"] },
    ];
    expect(asks.map((ask) => unfitToSimulate(ask)?.code)).toEqual([
      "other-policy",
      "other-currency",
      "too-many-groups",
      "unknown-group",
      "unknown-group",
    ]);
    for (const ask of asks)
      expect(() => startSimulation(ask)).toThrow(unfitToSimulate(ask)?.message.en ?? "");
  });

  it("lists the facts that make groups, of parties first", () => {
    expect(groupableFacts({ baseline: VERSION_2, candidate: VERSION_2 }).map(({ name }) => name)).toEqual([
      "function",
      "unit",
      "responsible",
      "basePoints",
      "unitBasePoints",
      "seriousness",
      "complaintKind",
      "customerCaused",
      "contractDisputeOnly",
    ]);
  });

  it("leaves out the facts that name a person", () => {
    const label = { en: "named", zh: "所指" };
    const candidate = changed((policy) => ({
      ...policy,
      facts: {
        ...policy.facts,
        party: {
          ...policy.facts.party,
          head: { type: "party", label },
          accuser: { type: "party", namesKind: "person", label },
          team: { type: "party", namesKind: "team", label },
        },
      },
    }));
    const names = groupableFacts({ baseline: VERSION_2, candidate }).map(({ name }) => name);
    expect(names.filter((name) => ["head", "accuser", "team"].includes(name))).toEqual(["team"]);
  });

  it("names the values that either version declares of such a fact", () => {
    const noise = { en: "noise", zh: "噪音" };
    const baseline = changed((policy) => {
      const { complaintKind } = policy.facts.case;
      if (!complaintKind) throw new Error("there is no fact complaintKind");
      const values = { ...complaintKind.values, noise };
      return {
        ...policy,
        facts: {
          ...policy.facts,
          case: { ...policy.facts.case, complaintKind: { ...complaintKind, values } },
        },
      };
    });
    const facts = groupableFacts({ baseline, candidate: VERSION_2 });
    const valuesOf = (name: string) => facts.find((fact) => fact.name === name)?.values;
    expect(valuesOf("complaintKind")).toContainEqual({ value: "noise", label: noise });
    expect(valuesOf("complaintKind")).toHaveLength(9);
    expect(valuesOf("customerCaused")?.map(({ value }) => value)).toEqual(["true", "false"]);
    expect(valuesOf("basePoints")).toEqual([]);
  });

  it("goes on from a state of its own only", () => {
    const state = begin(["unit"]).state();
    const ask = { baseline: VERSION_2, candidate: VERSION_2, groups: [] };
    expect(() => startSimulation(ask, state)).toThrow("other versions or other groups");
    expect(canonicalJson(startSimulation({ ...ask, groups: ["unit"] }, state).state())).toBe(
      canonicalJson(state),
    );
  });
});
