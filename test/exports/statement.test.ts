import { formatMinor } from "@evenhand/domain";
import { type Download, type StatementAsk, createCase, exportStatement } from "@evenhand/service";
import { knownPersons } from "@evenhand/store";
import { expect, it } from "vitest";
import { type Scene, given, refusalOf, sceneOver, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { AUDITOR, HANDLER, asking, fineCase, payrollWorld, statement } from "./payroll-world.ts";
import { minor, readBack } from "./read-back.ts";

async function exported({ context }: Scene, asking: Partial<StatementAsk> = {}): Promise<Download> {
  const ask = { actor: HANDLER, staffId: "P1", language: "en", format: "csv", ...asking } as const;
  return given(await exportStatement(context, ask));
}

const textOf = ({ bytes }: Download): string => new TextDecoder().decode(bytes);

onBothDatabases("a person's statement", (open) => {
  it("holds every entry of the ledger, every month and every decision, to the last cent", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    for (const format of ["csv", "xlsx"] as const) {
      const ledger = await statement(scene, "P2");
      const read = async (part: "entries" | "months" | "decisions") =>
        readBack((await exported(scene, { staffId: "P2", format, part })).bytes);
      expect(
        (await read("entries")).map((row) => [
          row["Payroll month"],
          row["Given back in"],
          minor(row["Amount"]),
        ]),
      ).toEqual(
        ledger.entries.map(({ month = "", paidBackIn = "", amountMinor }) => [
          month,
          paidBackIn,
          amountMinor,
        ]),
      );
      expect(
        (await read("months")).map((row) => [
          row["Payroll month"],
          minor(row["Limit"]),
          minor(row["Deducted"]),
          minor(row["Planned"]),
        ]),
      ).toEqual(
        ledger.months.map(({ month, capMinor, deductedMinor, plannedMinor }) => [
          month,
          capMinor,
          deductedMinor,
          plannedMinor,
        ]),
      );
      const decisions = await read("decisions");
      expect(decisions.map((row) => row["Decision"])).toEqual([
        ...ledger.accounts.map((one) => one.decision),
        "",
      ]);
      const total = decisions.at(-1);
      expect([minor(total?.["Assessed"]), minor(total?.["Deducted"]), minor(total?.["Outstanding"])]).toEqual(
        [ledger.balance.assessedMinor, ledger.balance.deductedMinor, ledger.balance.outstandingMinor],
      );
    }
  });

  it("is a page in both languages, with the balance of the ledger", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const english = await exported(scene, { format: "html" });
    const chinese = await exported(scene, { format: "html", language: "zh" });
    expect([english.asciiName, chinese.fileName]).toEqual(["statement-P1.html", "扣减对账单-P1.html"]);
    expect((await statement(scene, "P1")).balance).toMatchObject({
      assessedMinor: 240_000,
      deductedMinor: 60_000,
    });
    for (const page of [english, chinese])
      for (const amount of ["2,400.00", "600.00", "1,800.00"]) expect(textOf(page)).toContain(amount);
    expect(textOf(chinese)).toContain("已结账");
  });

  it("shows by itself what a leaver did not pay, so that nothing of it is still outstanding", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const { balance } = await statement(scene, "P4");
    expect(balance.notRecoverableMinor).toBeGreaterThan(0);
    const lost = formatMinor(balance.notRecoverableMinor, "CNY");
    const page = textOf(await exported(scene, { staffId: "P4", format: "html" }));
    expect(page).toContain("<span>Still to be deducted</span> <strong>CNY 0.00</strong>");
    expect(page).toContain("<dt>Outstanding</dt><dd>0.00</dd>");
    expect(page).toContain(`<dt>Not recoverable</dt><dd>${lost}</dd>`);
    expect(page).not.toContain("moves on to later months");
    const rows = await readBack((await exported(scene, { staffId: "P4", part: "decisions" })).bytes);
    for (const row of rows)
      expect([row["Outstanding"], minor(row["Not recoverable"])]).toEqual([
        "0.00",
        balance.notRecoverableMinor,
      ]);
  });

  it("is given to the person, and of nobody else", async () => {
    const scene = await sceneOver((await open()).store);
    await payrollWorld(scene);
    const actor = somebody("P1", ["employee"]);
    expect(textOf(await exported(scene, { actor, format: "html" }))).toContain("2,400.00");
    const ask = { actor, language: "en", format: "csv" } as const;
    for (const staffId of ["P2", "P99"])
      expect(refusalOf(await exportStatement(scene.context, { ...ask, staffId }))).toEqual(["not-found"]);
  });

  it("says of somebody who was never charged that there is nothing", async () => {
    const scene = await sceneOver((await open()).store);
    given(
      await createCase(
        scene.context,
        asking(fineCase("C-1", [{ id: "P8", points: 4, bonus: 1 }]), "/v1/cases"),
      ),
    );
    const page = textOf(await exported(scene, { staffId: "P8", format: "html" }));
    expect(page).toContain("There is nothing on record on this day.");
    expect(await readBack((await exported(scene, { staffId: "P8", part: "decisions" })).bytes)).toMatchObject(
      [{ "Staff number": "Total", Outstanding: "0.00" }],
    );
  });

  it("is found by an auditor under a pseudonym only, so that numbers cannot be tried", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await payrollWorld(scene);
    const ask = { actor: AUDITOR, language: "en", format: "html" } as const;
    expect(refusalOf(await exportStatement(scene.context, { ...ask, staffId: "P1" }))).toEqual(["not-found"]);
    const person = (await store.read((db) => knownPersons(db, ["P1"]))).get("P1") ?? "";
    const page = await exported(scene, { ...ask, staffId: person });
    expect(textOf(page)).toContain(person.slice(0, 19));
    expect(textOf(page)).not.toMatch(/\bP1\b|since erased/);
    const rows = await readBack((await exported(scene, { ...ask, format: "csv", staffId: person })).bytes);
    expect(rows[0]?.["Staff number"]).toBe(person);
  });
});
