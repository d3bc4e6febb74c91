import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportView } from "@evenhand/service";
import { writeXlsx } from "@evenhand/sheets";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readBack } from "../exports/read-back.ts";
import { sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { evenhand } from "./evenhand.ts";
import { HEADER, decideAbout, rowsOf } from "./import-file.ts";
import { gb18030Cases } from "./sample-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evenhand-import-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const FINES = ["--policy", "complaint-fines"] as const;

onBothDatabases("evenhand import", (open) => {
  it("checks a file in GB18030 first and keeps nothing, then keeps what fits and lists the rest", async () => {
    const { store, place } = await open();
    await sceneOver(store);
    const path = file("历史案件.csv", gb18030Cases());
    const dry = await evenhand(place, ["import", path, ...FINES, "--dry-run", "--lang", "zh"]);
    expect(dry.code).toBe(3);
    expect(dry.err).toContain("已读9/9行：符合3行，不符合6行");
    for (const says of [
      "D  核定的投诉损失（元）  →  case.lossAmount",
      "列`备注`未读取：此项不属于案件事实",
      "G6  经调查责任落实到本人  “也许”",
      "新增2件",
      "本次为试运行，未保存任何内容",
    ])
      expect(dry.out).toContain(says);
    expect(await store.read((db) => db.selectFrom("cases").selectAll().execute())).toEqual([]);
    const kept = await evenhand(place, ["import", path, ...FINES, "--yes"]);
    expect([kept.code, kept.out]).toEqual([
      3,
      expect.stringContaining("Cases: 2 new, 0 corrected, 0 known.\nKept as import imp-"),
    ]);
    const again = await evenhand(place, ["import", path, ...FINES, "--yes", "--json"]);
    const view = JSON.parse(again.out) as ImportView & { readonly findings: readonly unknown[] };
    expect(view.cases).toEqual({ added: 0, revised: 0, known: 2 });
    expect(view.findings).toHaveLength(6);
    const cases = await store.read((db) =>
      db.selectFrom("cases").select(["reference", "created_by"]).execute(),
    );
    expect(cases.map(({ reference }) => reference).toSorted()).toEqual(["C-101", "C-102"]);
    expect(cases[0]?.created_by).toBe("system:operator");
  });

  it("lists a column that is not recognised as something to settle, and keeps nothing until it is", async () => {
    const { store, place } = await open();
    await sceneOver(store);
    const slip = HEADER.replace("basePoints", "谁的责任,备注,空栏,basePoints");
    const rows = rowsOf(2).map((row) => row.replace(/,4,40$/, ",是,见附件,,4,40"));
    const path = file("三.csv", [slip, ...rows].join("\n"));
    const dry = await evenhand(place, ["import", path, ...FINES, "--dry-run", "--lang", "zh"]);
    expect(dry.code).toBe(3);
    for (const says of [
      "导入前须先处理，未能识别的列：\n  未能识别列`谁的责任`\n      相近的事实有",
      "确不需要读取的，写`谁的责任=-`",
      "列`备注`未读取",
      "未能识别的列：1列，须先处理才能导入",
    ])
      expect(dry.out).toContain(says);
    expect(dry.out).not.toContain("空栏");
    const kept = async (): Promise<number> =>
      (await store.read((db) => db.selectFrom("cases").select("id").execute())).length;
    const refused = await evenhand(place, ["import", path, ...FINES, "--yes", "--lang", "zh"]);
    expect([refused.code, refused.out, await kept()]).toEqual([3, "", 0]);
    expect(refused.err).toContain("未能识别列`谁的责任`");
    expect(refused.err).toContain("未保存任何内容");
    const left = await evenhand(place, ["import", path, ...FINES, "--yes", "--map", "谁的责任=-"]);
    expect([left.code, await kept()]).toEqual([0, 2]);
    const named = await evenhand(place, ["import", path, ...FINES, "--yes", "--map", "谁的责任=responsible"]);
    expect(named.out).toContain("Cases: 0 new, 2 corrected, 0 known.");
  });

  it("tells of a slip in an open list and of a decision that stands, and ends with 0 as both rows fit", async () => {
    const { store, place } = await open();
    const scene = await sceneOver(store);
    const [row = ""] = rowsOf(1);
    const path = file("cases.csv", [HEADER, row].join("\n"));
    expect((await evenhand(place, ["import", path, ...FINES, "--yes"])).code).toBe(0);
    const id = await decideAbout(scene, "C-0");
    const corrected = file("corrected.csv", [HEADER, row.replace("spec-mismatch", "包装破坏")].join("\n"));
    const told = await evenhand(place, ["import", corrected, ...FINES, "--yes", "--lang", "zh"]);
    expect(told.code).toBe(0);
    for (const says of [
      "符合要求但请核对的行：",
      "B2  complaintKind  “包装破坏”",
      `案件\`C-0\`已有处理决定\`${id}\`；更正案件不改变该决定`,
      "请核对2处。",
      "更正的案件中有1件已有处理决定，原决定不变。",
    ])
      expect(told.out).toContain(says);
  });

  it("takes a workbook with a map, ends with 0 where everything fits, and gives the rest as CSV", async () => {
    const { store, place } = await open();
    await sceneOver(store);
    const bytes = await writeXlsx(
      {
        name: { en: "Cases", zh: "案件" },
        currency: "CNY",
        timeZone: "Asia/Shanghai",
        columns: [
          { id: "reference", kind: "text", header: { en: "reference", zh: "案件编号" } },
          { id: "kind", kind: "text", header: { en: "complaintKind", zh: "投诉类型" } },
          { id: "receivedOn", kind: "date", header: { en: "receivedOn", zh: "投诉收到日" } },
          { id: "loss", kind: "money", header: { en: "damage", zh: "赔付额" } },
        ],
        rows: [{ reference: "C-1", kind: "规格不符", receivedOn: "2026-07-06", loss: 1_200_050 }],
      },
      "zh",
    );
    const path = file("cases.xlsx", bytes);
    const unmapped = await evenhand(place, ["import", path, ...FINES, "--yes"]);
    expect([unmapped.code, unmapped.out]).toEqual([3, ""]);
    expect(unmapped.err).toContain("no column holds `case.lossAmount`");
    expect(unmapped.err).toContain("/columns/赔付额");
    const mapped = await evenhand(place, ["import", path, ...FINES, "--yes", "--map", "赔付额=lossAmount"]);
    expect([mapped.code, mapped.out]).toEqual([0, expect.stringContaining("1 of 1 rows fit.")]);
    const slip = file(
      "slip.csv",
      [HEADER, ...rowsOf(1), "C-9,spec-mismatch,2026-07-06,=cmd(),P1,4,40"].join("\n"),
    );
    const listed = await evenhand(place, ["import", slip, ...FINES, "--dry-run", "--csv"]);
    expect(listed.code).toBe(3);
    const rows = await readBack(new TextEncoder().encode(listed.out));
    expect(rows).toMatchObject([{ Row: "3", Cell: "D3", "What stands there": "=cmd()" }]);
    expect(listed.out).toContain(",'=cmd(),");
  });

  it("is told plainly whether to keep anything, and what cannot be read", async () => {
    const { store, place } = await open();
    await sceneOver(store);
    const path = file("cases.csv", [HEADER, ...rowsOf(1)].join("\n"));
    const ended = async (...args: readonly string[]): Promise<readonly unknown[]> => {
      const { code, out, err } = await evenhand(place, ["import", ...args]);
      return [code, out, err.split("\n")[0]];
    };
    expect(await ended(path, ...FINES)).toEqual([3, "", "nothing says whether the cases are to be kept"]);
    expect(await ended(path, "--yes")).toEqual([3, "", "the option `--policy <id>` is missing"]);
    expect(await ended(join(folder, "none.csv"), ...FINES, "--yes")).toEqual([
      3,
      "",
      expect.stringContaining("none.csv") as string,
    ]);
    expect(await ended(path, ...FINES, "--yes", "--map", "loss")).toEqual([
      3,
      "",
      "`loss` does not say which column holds what",
    ]);
    expect(await ended(path, "--policy", "complaint-fine", "--yes")).toEqual([3, "", "unknown policy"]);
    const nowhere = await evenhand({ file: join(folder, "evenhand.db") }, [
      "import",
      path,
      ...FINES,
      "--yes",
    ]);
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining("there is no database at")]);
  });
});
