import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportPayroll, readStatement } from "@evenhand/service";
import type { StorePlace } from "@evenhand/store";
import { afterEach, beforeEach, expect, it } from "vitest";
import { evenhand } from "../imports/evenhand.ts";
import { given, rule, sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { HANDLER, pause, payrollWorld } from "./payroll-world.ts";
import { minor, readBack } from "./read-back.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evenhand-export-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Exports into a file, and gives its bytes. */
async function exported(place: StorePlace, name: string, ...args: readonly string[]): Promise<Uint8Array> {
  const path = join(folder, name);
  const { code, out, err } = await evenhand(place, ["export", ...args, "--out", path]);
  expect([code, out, err]).toEqual([0, "", expect.stringContaining(`\`${path}\``)]);
  return new Uint8Array(readFileSync(path));
}

onBothDatabases("evenhand export", (open) => {
  it("writes what the service gives out: payroll, announcement, statistics and statements", async () => {
    const { store, place } = await open();
    const scene = await sceneOver(store);
    await payrollWorld(scene);
    const ask = { actor: HANDLER, month: "2026-08", language: "en", format: "csv", pause } as const;
    const payroll = await exported(place, "p.csv", "payroll", "--month", "2026-08");
    expect(payroll).toEqual(given(await exportPayroll(scene.context, ask)).bytes);
    const workbook = await readBack(
      await exported(place, "a.xlsx", "announcement", "--month", "2026-07", "--format", "xlsx"),
    );
    expect(minor(workbook.at(-1)?.["Amount"])).toBe(570_000);
    const statistics = await readBack(
      await exported(place, "s.csv", "statistics", "--month", "2026-07", "--lang", "zh"),
    );
    expect(statistics.at(-1)).toMatchObject({ 单位: "合计", 应报送日期: "2026-08-10" });
    const { body } = given(await readStatement(scene.context, { actor: HANDLER, staffId: "P1" }));
    const { entries } = JSON.parse(body) as { readonly entries: readonly { amountMinor: number }[] };
    const statement = await readBack(await exported(place, "e.csv", "statement", "P1", "--format", "csv"));
    expect(statement.map((row) => minor(row["Amount"]))).toEqual(
      entries.map(({ amountMinor }) => amountMinor),
    );
  });

  it("writes a notice that needs nothing besides: style and font stand within it", async () => {
    const { store, place } = await open();
    const { first } = await payrollWorld(await sceneOver(store));
    const bytes = await exported(place, "n.html", "notice", first, "--party", "P1", "--lang", "zh");
    const html = new TextDecoder().decode(bytes);
    for (const says of ["1,200.00元", "<style>", "data:font/woff2;base64,"]) expect(html).toContain(says);
    expect(html).not.toMatch(/<link|\bP2\b/);
    const several = await evenhand(place, ["export", "notice", first, "--out", join(folder, "x.html")]);
    expect([several.code, several.err]).toEqual([3, expect.stringContaining("`P1`, `P2`")]);
  });

  it("writes a version to the letter, and says what it cannot do", async () => {
    const { store, place } = await open();
    await sceneOver(store);
    const bytes = await exported(place, "v1.json", "policy", "complaint-fines@1");
    expect(new TextDecoder().decode(bytes)).toBe(rule("complaint-fines/v1.json").text);
    const ended = async (...args: readonly string[]): Promise<readonly unknown[]> => {
      const { code, err } = await evenhand(place, ["export", ...args]);
      return [code, err.split("\n")[0]];
    };
    expect(await ended("payroll", "--month", "2026-13", "--out", "x")).toEqual([
      3,
      "`2026-13` is not a month such as `2026-07`",
    ]);
    expect(await ended("payroll", "--month", "2026-07")).toEqual([3, "the option `--out <file>` is missing"]);
    expect(await ended("statement", "P99", "--out", join(folder, "x"))).toEqual([3, "nothing is here"]);
    const kept = join(folder, "kept.json");
    writeFileSync(kept, "what somebody wrote by hand");
    expect(await ended("policy", "complaint-fines@1", "--out", kept)).toEqual([
      3,
      expect.stringMatching(/kept\.json` is there already$/) as string,
    ]);
    expect(readFileSync(kept, "utf8")).toBe("what somebody wrote by hand");
    expect((await exported(place, "kept.json", "policy", "complaint-fines@1", "--force")).length).toBe(
      bytes.length,
    );
    const nowhere = join(folder, "none", "x.csv");
    expect(await ended("payroll", "--month", "2026-07", "--out", nowhere)).toEqual([
      1,
      expect.stringContaining("there is no such folder") as string,
    ]);
  });
});
