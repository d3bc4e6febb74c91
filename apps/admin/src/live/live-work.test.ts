import { readFileSync } from "node:fs";
import type { CalendarDocument, Guard } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { createLiveWork } from "./live-work.ts";
import type { LiveOrder, LiveReport } from "./protocol.ts";

const read = (path: string): string =>
  readFileSync(new URL(`../../../../rules/${path}`, import.meta.url), "utf8");
const GROUND = {
  kind: "ground",
  policy: "complaint-fines",
  ground: {
    calendars: [JSON.parse(read("calendars/cn.json")) as CalendarDocument],
    guards: ["cn", "cn-gd"].map((name) => JSON.parse(read(`guards/${name}.json`)) as Guard),
  },
} satisfies LiveOrder;
const POLICY = read("complaint-fines/v2.json");

/** The same with a working day taken off in July 2026. */
const LATER_GROUND: LiveOrder = {
  ...GROUND,
  ground: {
    ...GROUND.ground,
    calendars: GROUND.ground.calendars.map((calendar) => ({
      ...calendar,
      holidays: [...calendar.holidays, "2026-07-08"].toSorted(),
    })),
  },
};
/** The policy with its deadline counted in working days. */
const IN_WORKING_DAYS = POLICY.replaceAll('"calendar-days"', '"working-days"');
/** One case, which came in on the Monday of that week. */
const PAST: LiveOrder = {
  kind: "past",
  past: {
    baseVersion: 2,
    baseText: IN_WORKING_DAYS,
    sample: {
      takenAt: "2026-08-01T02:00:00.000Z",
      leftOut: 0,
      cases: [
        {
          id: "a",
          appliesOn: "2026-07-06",
          createdAt: "2026-07-06T02:00:00.000Z",
          case: {
            reference: "a",
            facts: { complaintKind: "spec-mismatch", lossAmount: 100_000, receivedOn: "2026-07-06" },
            parties: [
              {
                id: "P1",
                kind: "person",
                facts: {
                  function: "production",
                  unit: "cutting",
                  responsible: true,
                  basePoints: 4,
                  unitBasePoints: 40,
                  monthlyBonus: 200_000,
                },
              },
            ],
          },
        },
      ],
    },
  },
};

/** Gives orders one after the other, without letting any work be done in between, and collects what is told of them. */
function toldOf(...orders: readonly LiveOrder[]): Promise<readonly LiveReport[]> {
  return toldInTurn(orders);
}

/** Gives one set of orders after the other, each when the work on those before is done. */
async function toldInTurn(...turns: readonly (readonly LiveOrder[])[]): Promise<readonly LiveReport[]> {
  const told: LiveReport[] = [];
  const pause = () => new Promise<void>((resume) => void setImmediate(resume));
  const take = createLiveWork({ report: (report) => told.push(report), pause, now: () => 0 });
  for (const orders of turns) {
    for (const order of orders) take(order);
    for (let pauses = 0; pauses < 20; pauses += 1) await pause();
  }
  return told;
}

const document = (edit: number, text: string): LiveOrder => ({ kind: "document", edit, text });

describe("the work behind a draft", () => {
  it("reads a document without errors in both languages", async () => {
    const [told] = await toldOf(GROUND, document(1, POLICY));
    if (told?.kind !== "looked-over") throw new Error("was not looked over");
    expect(told.edit).toBe(1);
    expect(told.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect([told.readings?.en.title, told.readings?.zh.language]).toEqual([
      "Complaint responsibility and bonus deduction",
      "zh",
    ]);
  });

  it("tells what is wrong, a document of another policy included, and reads nothing out then", async () => {
    const [told] = await toldOf(GROUND, document(1, POLICY.replace('"complaint-fines"', '"other-fines"')));
    if (told?.kind !== "looked-over") throw new Error("was not looked over");
    expect(told.diagnostics.map(({ code, at }) => [code, at])).toContainEqual(["unknown-value", "/id"]);
    expect(told.readings).toBeUndefined();
  });

  it("is done for the newest edit only, where several came at once", async () => {
    const told = await toldOf(GROUND, document(1, "{}"), document(2, "{}"), document(3, POLICY));
    expect(told.every(({ edit }) => edit === 3)).toBe(true);
    expect(told.map(({ kind }) => kind)).toEqual(["looked-over", "examples"]);
  });

  it("waits for what policies stand on", async () => {
    expect(await toldOf(document(1, POLICY))).toEqual([]);
    expect((await toldOf(document(1, POLICY), GROUND)).map(({ kind }) => kind)).toEqual([
      "looked-over",
      "examples",
    ]);
  });

  it("decides past cases anew, under both, where the calendar in use becomes another", async () => {
    const told = await toldInTurn([GROUND, PAST, document(1, IN_WORKING_DAYS)], [LATER_GROUND]);
    const effects = told.flatMap((report) => (report.kind === "effect" ? [report.effect] : []));
    expect(effects).toMatchObject([
      { compared: 1, changed: 0 },
      { compared: 1, changed: 0 },
    ]);
  });

  it("says so where something of ours breaks", async () => {
    const told = await toldOf(GROUND, document(1, "no JSON"));
    expect(told).toMatchObject([{ kind: "failed", edit: 1 }]);
  });
});
