import { recordDecision, takeInRules } from "@evenhand/service";
import { expect, it } from "vitest";
import { HANDLER, actsOn, complaint } from "../evidence-service/acts.ts";
import { FILES, given, NOW, processOver, refusalOf, rule, sceneOver, wordsOf } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

let keys = 0;

function ask(reference: string, facts: object, more: object = {}) {
  keys += 1;
  const body = JSON.stringify({ policy: "complaint-fines", case: complaint(reference, facts), ...more });
  return { actor: HANDLER, key: `day-${keys}`, request: { method: "POST", path: "/", body } };
}

onBothDatabases("the day of a decision", (open) => {
  it("is not chosen after the day of recording, which is the local one", async () => {
    const scene = await sceneOver((await open()).store);
    const asked = async (decidedOn: string) => recordDecision(scene.context, ask("C-1", { decidedOn }));
    const refused = await asked("2026-07-11");
    expect([refusalOf(refused), wordsOf(refused)]).toEqual([
      ["out-of-range at /case/facts/decidedOn"],
      [
        "`decidedOn` is 2026-07-11, and today is 2026-07-10 (Asia/Shanghai): a decision is not recorded before its day",
      ],
    ]);
    expect(refusalOf(await asked("2031-07-10"))).toHaveLength(1);
    // The last moment of the day before in Shanghai, and the first of the day itself.
    scene.clock.now = Date.UTC(2026, 6, 10, 16) - 1;
    expect(refusalOf(await asked("2026-07-11"))).toHaveLength(1);
    scene.clock.now += 1;
    expect(given(await asked("2026-07-11")).status).toBe(201);
  });

  it("may lie ahead of a case that is kept, which is decided once it has come", async () => {
    const scene = await sceneOver((await open()).store);
    const id = await actsOn(scene).keepCase(complaint("C-1", { decidedOn: "2026-07-12" }));
    const asked = async () => {
      const { request, ...rest } = ask("C-1", {});
      const body = JSON.stringify({ policy: "complaint-fines", case: { id } });
      return recordDecision(scene.context, { ...rest, request: { ...request, body } });
    };
    expect(refusalOf(await asked())).toEqual(["out-of-range at /case/facts/decidedOn"]);
    scene.clock.now = NOW + 2 * 24 * 3_600_000;
    expect(given(await asked()).status).toBe(201);
  });
});

onBothDatabases("a gate that counts days", (open) => {
  /** Complaint fines with one gate besides, whose days are the seven of `closeDays`. */
  const under = async (gate: object) => {
    const scene = processOver((await open()).store);
    const { path, text } = rule("complaint-fines/v2.json");
    const gates = [
      {
        ...gate,
        days: { fact: "parameter.closeDays" },
        label: { en: "The gate", zh: "条件" },
        references: [{ article: "3" }],
      },
    ];
    const policies = [{ path, text: JSON.stringify({ ...JSON.parse(text), gates }) }];
    expect((await takeInRules(scene.context, { ...FILES, policies })).versions).toBe(1);
    return scene;
  };
  const missing = ["gate-missing at /case/facts/receivedOn"];

  it("that somebody was heard is not met by a day of the decision that is yet to come", async () => {
    const scene = await under({ kind: "heard", told: "receivedOn" });
    const asked = async (decidedOn: string) =>
      refusalOf(await recordDecision(scene.context, ask("C-1", { receivedOn: "2026-07-09", decidedOn })));
    expect(await asked("2026-07-10")).toEqual(missing);
    expect(await asked("2031-07-10")).toEqual(["out-of-range at /case/facts/decidedOn"]);
    scene.clock.now = NOW + 6 * 24 * 3_600_000;
    expect(await asked("2026-07-16")).toEqual([]);
  });

  it("that it is not too late is not met by a day of the decision that is long past", async () => {
    const scene = await under({ kind: "within-limitation", act: "receivedOn" });
    const asked = async (reference: string) =>
      recordDecision(scene.context, ask(reference, { receivedOn: "2026-07-03", decidedOn: "2026-07-04" }));
    const inTime = await asked("C-1");
    expect(refusalOf(inTime)).toEqual([]);
    scene.clock.now = NOW + 24 * 3_600_000;
    const tooLate = await asked("C-2");
    expect([refusalOf(tooLate), wordsOf(tooLate)]).toEqual([
      missing,
      ["“The gate” is not met: 8 days have passed since the act on 2026-07-03, more than 7"],
    ]);
    // What was decided in time is taken back at any time.
    const { id } = JSON.parse(given(inTime).body) as { readonly id: string };
    scene.clock.now = NOW + 60 * 24 * 3_600_000;
    await actsOn(scene).reverse(id);
  });
});
