import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { readSheet } from "../read/read-sheet.ts";
import type { RowsAsCase } from "./combine-rows.ts";
import { mapCases } from "./map-cases.ts";
import { SAMPLE_POLICY } from "./sample-policies.ts";

const ROWS = 20_000;
const MEBIBYTE = 1024 * 1024;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** What is alive on the heap, in MiB; the file itself is not on it. */
function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / MEBIBYTE;
}

function largeCsv(): Uint8Array {
  const remark = "客户反映包装破损，已拍照留存并通知仓库复核。".repeat(14);
  const lines = Array.from(
    { length: ROWS },
    (_, index) => `C-${index},2026-07-06,"1,200.0${index % 10}",P${index % 97},3,${remark}`,
  );
  return new TextEncoder().encode(["案件编号,收到日期,损失金额,工号,本人基数,说明", ...lines].join("\r\n"));
}

describe("a CSV file of 20,000 rows and nearly 20 MiB", () => {
  /** Reads all of it and says by how much the heap had grown half-way; `keep` is told every case. */
  async function growthHalfWay(bytes: Uint8Array, keep: (found: RowsAsCase) => void): Promise<number> {
    const before = heapInUse();
    const opened = await readSheet(bytes);
    if ("problem" in opened) throw new Error(opened.problem.message.en);
    const found = await mapCases(SAMPLE_POLICY, opened.sheet);
    if ("problems" in found) throw new Error(found.problems[0]?.message.en);
    expect(found).toMatchObject({ rowCount: ROWS, caseCount: ROWS });
    let [cases, growth] = [0, 0];
    for await (const one of found.cases()) {
      keep(one);
      cases += 1;
      if (cases === ROWS / 2) growth = heapInUse() - before;
    }
    expect(cases).toBe(ROWS);
    return growth;
  }

  it("is read a piece at a time: of what was read, only the references stay in memory", async () => {
    const bytes = largeCsv();
    expect(bytes.length).toBeGreaterThan(18 * MEBIBYTE);
    let sum = 0;
    const growth = await growthHalfWay(bytes, (one) => {
      sum += "case" in one ? Number(one.case.facts["lossAmount"]) : Number.NaN;
    });
    expect(sum).toBe(ROWS * 120_000 + (ROWS / 10) * 45);
    expect(growth).toBeLessThan(8);
  });

  it("would be seen to grow if cases were kept", async () => {
    const kept: RowsAsCase[] = [];
    expect(await growthHalfWay(largeCsv(), (one) => kept.push(one))).toBeGreaterThan(16);
  });
});
