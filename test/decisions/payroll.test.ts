import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type BonusWarning,
  type PayrollView,
  closePayroll,
  leaveCompany,
  readPayroll,
  recordDecision,
  restatePayroll,
  takeInRules,
} from "@evenhand/service";
import { knownPersons } from "@evenhand/store";
import { expect, it } from "vitest";
import {
  AUDITOR,
  HANDLER,
  TOKYO_FILES,
  asking,
  close,
  fineCase,
  payrollWorld,
  record,
  statement,
} from "../exports/payroll-world.ts";
import { type Scene, given, processOver, refusalOf, sceneOver, wordsOf } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

/** Example A of complaint-fines: 1,200.00 in July and August, half of a bonus of 2,000.00. */
const EXAMPLE_A = fineCase("C-1", [{ id: "P1", points: 4, bonus: 200_000 }]);

type Told = { readonly warnings: readonly BonusWarning[]; readonly furtherWarnings?: number };

const told = ({ body }: { readonly body: string }): Told => JSON.parse(body) as Told;

function closing({ context }: Scene, month: string, bonuses: Readonly<Record<string, number>> = {}) {
  const list = Object.entries(bonuses).map(([person, bonusMinor]) => ({ person, bonusMinor }));
  return closePayroll(context, { ...asking({ bonuses: list }, `/v1/payroll/${month}/close`), month });
}

function restating({ context }: Scene, month: string, bonusMinor: number) {
  const body = { person: "P1", bonusMinor, reason: "a slip" };
  return restatePayroll(context, { ...asking(body, `/v1/payroll/${month}/restatements`), month });
}

async function planned(scene: Scene, person = "P1"): Promise<readonly string[]> {
  const { months } = await statement(scene, person);
  return months
    .filter(({ plannedMinor }) => plannedMinor > 0)
    .map(({ month, plannedMinor }) => `${month} ${plannedMinor}`);
}

onBothDatabases("a weak or mistyped payroll month", (open) => {
  it("puts nothing off for longer than until the next bonus recovers", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, EXAMPLE_A);
    await close(scene, "2026-07", { P1: 2_000 });
    expect(await planned(scene)).toHaveLength(119);
    await close(scene, "2026-08", { P1: 200_000 });
    expect(await planned(scene)).toEqual(["2026-09 100000", "2026-10 18000"]);
  });

  it("puts nothing off for longer than until the bonus is restated", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, EXAMPLE_A);
    await close(scene, "2026-07", { P1: 2_000 });
    given(await restating(scene, "2026-07", 200_000));
    expect(await planned(scene)).toEqual(["2026-08 100000", "2026-09 19000"]);
    expect((await statement(scene, "P1")).balance).toMatchObject({
      deductedMinor: 1_000,
      outstandingMinor: 0,
    });
  });
});

onBothDatabases("whoever got no bonus", (open) => {
  it("is asked for with every later month until one is known, and never forgotten", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, EXAMPLE_A);
    expect(told(await close(scene, "2026-07", { P1: 0 })).warnings).toEqual([
      {
        code: "no-bonus",
        person: expect.stringMatching(/^person-[0-9a-f]{64}$/) as string,
        message: {
          en: expect.stringContaining("for `2026-07` is 0, so that 1,200.00 waits") as string,
          zh: expect.stringContaining("在`2026-07`的奖金为0，1,200.00元待") as string,
        },
        help: { en: expect.any(String) as string, zh: expect.any(String) as string },
      },
    ]);
    scene.clock.now = Date.UTC(2026, 7, 31);
    const missing = await closing(scene, "2026-08");
    expect(refusalOf(missing)).toEqual(["missing-bonus at /bonuses"]);
    expect(wordsOf(missing)).toEqual([
      "the bonus of `P1` for `2026-08` is missing, who owes something that waits for a bonus",
    ]);
    expect(told(given(await closing(scene, "2026-08", { P1: 0 }))).warnings).toHaveLength(1);
    expect(told(await close(scene, "2026-09", { P1: 200_000 })).warnings).toEqual([]);
    expect(await planned(scene)).toEqual(["2026-10 100000", "2026-11 20000"]);
  });

  it("is not asked for where nothing waits for it", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, EXAMPLE_A);
    await close(scene, "2026-07", { P1: 200_000 });
    expect(told(await close(scene, "2026-08", { P1: 200_000 })).warnings).toEqual([]);
    expect(told(await close(scene, "2026-09", {})).warnings).toEqual([]);
  });
});

onBothDatabases("a payroll month", (open) => {
  it("closes once it has begun, and not before", async () => {
    const scene = await sceneOver((await open()).store);
    scene.clock.now = Date.parse("2026-07-31T23:59:59+08:00");
    for (const month of ["2026-08", "2027-07", "9999-12"])
      expect(refusalOf(await closing(scene, month))).toEqual(["month-not-begun"]);
    expect(wordsOf(await closing(scene, "2062-07"))).toEqual([
      "`2062-07` has not begun yet; it is `2026-07` now",
    ]);
    scene.clock.now += 1_000;
    given(await closing(scene, "2026-08"));
  });

  it("that has not begun is nobody's last one, where no month is closed", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, fineCase("C-1", [{ id: "P1", points: 4, bonus: 0 }]));
    const leaving = (lastMonth: string) =>
      leaveCompany(scene.context, {
        ...asking({ lastMonth, bonusMinor: 0 }, "/v1/people/P1/leave"),
        staffId: "P1",
      });
    expect(refusalOf(await leaving("2026-08"))).toEqual(["month-not-begun at /lastMonth"]);
    given(await leaving("2026-07"));
  });

  it("has begun where it has by the clocks of one policy", async () => {
    const scene = processOver((await open()).store);
    await takeInRules(scene.context, TOKYO_FILES);
    scene.clock.now = Date.parse("2026-07-31T23:59:59+09:00");
    expect(refusalOf(await closing(scene, "2026-08"))).toEqual(["month-not-begun"]);
    scene.clock.now += 1_000;
    given(await closing(scene, "2026-08"));
  });

  it("closes after those before it: earlier ones without a plan are closed with it, one with a plan keeps it open", async () => {
    const scene = await sceneOver((await open()).store);
    scene.clock.now = Date.parse("2026-12-10T10:00:00+08:00");
    given(await closing(scene, "2026-03"));
    await record(scene, EXAMPLE_A);
    expect(refusalOf(await closing(scene, "2026-09", { P1: 200_000 }))).toEqual(["month-out-of-order"]);
    given(await closing(scene, "2026-07", { P1: 200_000 }));
    expect(refusalOf(await closing(scene, "2026-05"))).toEqual(["month-closed"]);
  });
});

onBothDatabases("a bonus out of the usual", (open) => {
  it("is warned of above ten times and below a tenth of the last one known, and taken as it stands", async () => {
    const codes = async (bonusMinor: number): Promise<readonly string[]> => {
      const scene = await sceneOver((await open()).store);
      await record(scene, EXAMPLE_A);
      const { warnings } = told(await close(scene, "2026-07", { P1: bonusMinor }));
      expect((await statement(scene, "P1")).balance.deductedMinor).toBe(Math.min(100_000, bonusMinor / 2));
      return warnings.map(({ code }) => code);
    };
    expect(await codes(2_000_000)).toEqual([]);
    expect(await codes(2_000_002)).toEqual(["unusual-bonus"]);
    expect(await codes(20_000)).toEqual([]);
    expect(await codes(19_998)).toEqual(["unusual-bonus"]);
  });

  it("is warned of where it is restated, but not where a slip is mended", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, EXAMPLE_A);
    await close(scene, "2026-07", { P1: 200_000 });
    const [warning] = told(given(await restating(scene, "2026-07", 2_000))).warnings;
    expect(warning).toMatchObject({
      code: "unusual-bonus",
      message: {
        en: expect.stringContaining("20.00, is less than a tenth of the 2,000.00 known before") as string,
        zh: expect.stringContaining("奖金20.00元不足此前所知2,000.00元的十分之一") as string,
      },
    });
    expect(told(given(await restating(scene, "2026-07", 190_000))).warnings).toEqual([]);
  });

  it("is told one by one up to a hundred times, and counted beyond", async () => {
    const scene = await sceneOver((await open()).store);
    const ids = Array.from({ length: 103 }, (_, index) => `P${index + 1}`);
    for (const [place, part] of [ids.slice(0, 40), ids.slice(40, 80), ids.slice(80)].entries())
      given(
        await recordDecision(
          scene.context,
          asking(
            fineCase(
              `C-${place}`,
              part.map((id) => ({ id, points: 1, bonus: 200_000 })),
            ),
            "/v1/decisions",
          ),
        ),
      );
    const bonuses = Object.fromEntries(ids.map((id) => [id, 2_000]));
    const answer = told(await close(scene, "2026-07", bonuses));
    expect([answer.warnings.length, answer.furtherWarnings]).toEqual([100, 3]);
  });
});

onBothDatabases("what payroll is told of a month", (open) => {
  const view = async ({ context }: Scene, month: string, actor = HANDLER): Promise<PayrollView> =>
    JSON.parse((await readPayroll(context, { actor, month, pause: nextTurn })).body) as PayrollView;

  it("is what the ledger plans for it, then what it took, by person and decision, with its totals", async () => {
    const scene = await sceneOver((await open()).store);
    const { first, second } = await payrollWorld(scene);
    const august = await view(scene, "2026-08");
    expect([august.state, august.people.map(({ person }) => person)]).toEqual([
      "open",
      ["P1", "P2", "P3", "P4"],
    ]);
    const [p1] = august.people;
    const months = (await statement(scene, "P1")).months.filter(({ month }) => month === "2026-08");
    expect([p1?.currency, p1?.plannedMinor, p1?.capMinor]).toEqual([
      "CNY",
      months[0]?.plannedMinor,
      months[0]?.capMinor,
    ]);
    expect(new Set(p1?.decisions.map(({ decision }) => decision))).toEqual(new Set([first, second]));
    expect(p1?.decisions[0]?.policy).toEqual({ id: "complaint-fines", version: 2 });
    for (const { decisions, plannedMinor, netMinor } of august.people) {
      expect(decisions.reduce((sum, one) => sum + one.plannedMinor, 0)).toBe(plannedMinor);
      expect(decisions.reduce((sum, one) => sum + one.netMinor, 0)).toBe(netMinor);
    }
    expect(august.people.find(({ person }) => person === "P3")).toMatchObject({
      givenBackMinor: 60_000,
      netMinor: -60_000,
    });
    await close(scene, "2026-08", { P1: 120_000, P2: 150_000 });
    const closed = await view(scene, "2026-08");
    expect(closed).toMatchObject({ state: "closed", totals: [{ currency: "CNY", plannedMinor: 0 }] });
    const taken = (await statement(scene, "P1")).months.find(({ month }) => month === "2026-08");
    expect(closed.people[0]).toMatchObject({ plannedMinor: 0, deductedMinor: taken?.deductedMinor });
    expect(closed.totals[0]?.deductedMinor).toBe(
      closed.people.reduce((sum, { deductedMinor }) => sum + deductedMinor, 0),
    );
  });

  it("names nobody to an auditor, and is empty where nothing stands in the month", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const { people } = await view(scene, "2026-08", AUDITOR);
    const known = await scene.context.store.read((db) => knownPersons(db, ["P1"]));
    expect(people.map(({ person }) => person)).toContain(known.get("P1"));
    expect(people.every(({ person }) => person.startsWith("person-"))).toBe(true);
    expect(await view(scene, "2030-01")).toEqual({
      month: "2030-01",
      state: "open",
      people: [],
      totals: [],
    });
  });
});
