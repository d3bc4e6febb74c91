import { decideAppeal, exportNotice, fileAppeal, waiveDeduction } from "@evenhand/service";
import type { Language } from "@evenhand/domain";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { textOf } from "../notices/html-text.ts";
import { type Scene, given, sceneOver, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { HANDLER, asking, close, fineCase, leaving, record, restated } from "./payroll-world.ts";

/** Where to put the pages, for somebody who wants to look at them. */
const PAGES = process.env["PAGES"];
const ANOTHER = somebody("E3002", ["handler"]);

async function notice(
  { context }: Scene,
  asked: { readonly id: string; readonly party: string; readonly language: Language; readonly name: string },
): Promise<string> {
  const { bytes } = given(await exportNotice(context, { actor: HANDLER, ...asked }));
  const html = new TextDecoder().decode(bytes);
  if (PAGES !== undefined) writeFileSync(join(PAGES, `${asked.name}-${asked.language}.html`), html);
  return textOf(html).replaceAll(/\s+/g, " ");
}

/** Both languages of one notice. */
async function notices(
  scene: Scene,
  asked: { readonly id: string; readonly party: string; readonly name: string },
): Promise<Readonly<Record<Language, string>>> {
  return {
    zh: await notice(scene, { ...asked, language: "zh" }),
    en: await notice(scene, { ...asked, language: "en" }),
  };
}

async function appealing({ context }: Scene, decision: string): Promise<string> {
  const body = { party: "P1", statement: "not on shift" };
  const asked = asking(body, `/v1/decisions/${decision}/appeals`);
  const answer = given(await fileAppeal(context, { ...asked, decision }));
  return (JSON.parse(answer.body) as { readonly id: string }).id;
}

async function waiving({ context }: Scene, decision: string, amountMinor: number): Promise<void> {
  const body = { party: "P1", amountMinor, reason: "hardship" };
  given(
    await waiveDeduction(context, { ...asking(body, `/v1/decisions/${decision}/waive`, ANOTHER), decision }),
  );
}

/** A fine of 2,400.00 for P1, from a bonus of 2,000.00. */
const heavy = (reference: string) => fineCase(reference, [{ id: "P1", points: 8, bonus: 200_000 }]);

onBothDatabases("the account in a notice", (open) => {
  it("adds up: of what was charged of a leaver, what was taken, waived and is not recoverable", async () => {
    const scene = await sceneOver((await open()).store);
    const id = await record(scene, heavy("A-1"));
    await waiving(scene, id, 30_000);
    await close(scene, "2026-07", { P1: 200_000 });
    await leaving(scene, "P1", { lastMonth: "2026-08", bonusMinor: 100_000 });
    const { zh, en } = await notices(scene, { id, party: "P1", name: "leaver" });
    expect(zh).toContain(
      "应扣合计2,400.00元，其中：已扣减1,500.00元；已减免300.00元；600.00元因离职无法追回，不再扣减。",
    );
    expect(zh).toContain("执行方式 已扣减1,500.00元；已减免300.00元；600.00元因离职无法追回，不再扣减");
    expect(zh).not.toMatch(/全部金额|待扣|目前不安排扣减/);
    expect(en).toContain(
      "Of CNY 2,400.00 charged: CNY 1,500.00 has been taken already; CNY 300.00 has been waived; CNY 600.00 is not recoverable",
    );
    expect(en).not.toMatch(/All of it|nothing is planned/);
  });

  it("says while the party's own appeal is open since when, what was taken already, and that no more is", async () => {
    const scene = await sceneOver((await open()).store);
    const id = await record(scene, heavy("A-2"));
    await close(scene, "2026-07", { P1: 50_000 });
    scene.clock.now = Date.parse("2026-07-20T10:00:00+08:00");
    await appealing(scene, id);
    const { zh, en } = await notices(scene, { id, party: "P1", name: "appeal-open" });
    expect(zh).toContain("受送达人已于2026年7月20日提出申诉，正在处理。");
    expect(zh).toContain("申诉期间暂停扣减，此前已扣减250.00元");
    expect(zh).toContain("已扣减250.00元；2,150.00元在申诉期间暂停扣减");
    expect(zh).not.toMatch(/不能再提出申诉|申诉的权利|目前不安排扣减/);
    expect(en).toContain("You objected on 20 July 2026; the objection is open.");
    expect(en).toContain("CNY 250.00 has been taken already");
    expect(en).not.toMatch(/No further objection|right to object/);
  });

  it("says after the party's appeal was dismissed on which day, and that it stands", async () => {
    const scene = await sceneOver((await open()).store);
    const id = await record(scene, heavy("A-3"));
    scene.clock.now = Date.parse("2026-07-20T10:00:00+08:00");
    const appeal = await appealing(scene, id);
    scene.clock.now = Date.parse("2026-07-22T10:00:00+08:00");
    const body = { verdict: "upheld", reason: "seen the roster" };
    const decider = somebody("E3003", ["handler"]);
    const asked = asking(body, `/v1/appeals/${appeal}/decision`, decider);
    given(await decideAppeal(scene.context, { ...asked, appeal }));
    const { zh, en } = await notices(scene, { id, party: "P1", name: "appeal-dismissed" });
    expect(zh).toContain(
      "受送达人于2026年7月20日提出申诉；经审查，于2026年7月22日决定驳回申诉，维持原处理。",
    );
    expect(zh).toContain("对本决定不能再提出申诉。");
    expect(zh).not.toMatch(/申诉的权利|暂停扣减/);
    expect(en).toContain("The objection was dismissed on 22 July 2026");
    expect(en).not.toContain("right to object");
  });

  it("explains its months: what other decisions hold, another limit, and what a restated bonus gives back", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, fineCase("A-4", [{ id: "P1", points: 6, bonus: 200_000 }]));
    const id = await record(scene, fineCase("A-5", [{ id: "P1", points: 2, bonus: 200_000 }]));
    const before = await notices(scene, { id, party: "P1", name: "others" });
    expect(before.zh).toContain("月份 当月上限（元） 本月其他决定已安排（元） 金额（元） 扣后余额（元）");
    expect(before.zh).toContain("2026年8月 1,000.00 800.00 200.00 400.00");
    expect(before.zh).not.toContain("为准。 月份");
    expect(before.en).toContain("Month Limit Other decisions Amount (CNY) Remaining");
    await close(scene, "2026-07", { P1: 200_000 });
    await close(scene, "2026-08", { P1: 200_000 });
    const taken = await notices(scene, { id, party: "P1", name: "others-taken" });
    expect(taken.zh).toContain("其中：已扣减200.00元；400.00元按上表扣减。");
  });

  it("says what a restated bonus gives back, and the limit that holds since", async () => {
    const scene = await sceneOver((await open()).store);
    const id = await record(scene, heavy("A-6"));
    await close(scene, "2026-07", { P1: 200_000 });
    await restated(scene, "P1", 150_000);
    const { zh, en } = await notices(scene, { id, party: "P1", name: "restated" });
    expect(zh).toContain("2026年7月的绩效奖金在结账后更正，该月可扣的上限相应变为750.00元。");
    expect(zh).toContain("因绩效奖金更正，多扣的250.00元随2026年8月的工资退还。");
    expect(zh).toContain("各月的上限以下表所列为准");
    expect(zh).toContain("2026年8月 750.00 750.00");
    expect(en).toContain("it is given back with the pay of August 2026");
    await close(scene, "2026-08", { P1: 150_000 });
    const after = await notices(scene, { id, party: "P1", name: "restated-after" });
    expect(after.zh).toContain("多扣的250.00元已随2026年8月的工资退还。");
  });
});
