import { setFlagsFromString } from "node:v8";
import { setImmediate as nextTurn } from "node:timers/promises";
import { runInNewContext } from "node:vm";
import { readImport } from "@evenhand/service";
import { expect, it } from "vitest";
import { given, sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { begin, csv, HEADER } from "./import-file.ts";

/** Small where every test runs; `IMPORT_ROWS=20000` for the size that people bring. */
const ROWS = Number(process.env["IMPORT_ROWS"] ?? 2_000);
const MEBIBYTE = 1024 * 1024;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** What is alive on the heap, in MiB; the file itself is not on it. */
function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / MEBIBYTE;
}

/** Every tenth row does not fit, and every row is as long as people's remarks are. */
function largeCsv(): Uint8Array {
  const remark = "客户反映包装破损，已拍照留存并通知仓库复核。".repeat(10);
  return csv(
    `${HEADER},remark`,
    ...Array.from(
      { length: ROWS },
      (_, index) =>
        `C-${index},spec-mismatch,2026-07-06,${index % 10 === 0 ? "much" : "1200.00"},P${index % 300},4,40,${remark}`,
    ),
  );
}

onBothDatabases(`an import of ${ROWS} rows`, (open) => {
  it(
    "grows by no more than the references while it runs, and tells real counts at its end",
    { timeout: 300_000 + ROWS * 20 },
    async () => {
      const scene = await sceneOver((await open()).store);
      await scene.context.rulebook();
      const bytes = largeCsv();
      const before = heapInUse();
      const growth: number[] = [];
      let pauses = 0;
      const pause = async (): Promise<void> => {
        pauses += 1;
        if (pauses % 50 === 0) growth.push(heapInUse() - before);
        await nextTurn();
      };
      const begun = given(await begin(scene, bytes, { pause }));
      const startedAt = performance.now();
      await begun.reading;
      const seconds = (performance.now() - startedAt) / 1000;
      const { id } = JSON.parse(begun.answer.body) as { readonly id: string };
      const page = given(await readImport(scene.context, { id, limit: 500 }));
      const refused = Math.ceil(ROWS / 10);
      expect(page.rows).toEqual({ total: ROWS, done: ROWS, taken: ROWS - refused, refused });
      expect(page.cases.added).toBe(ROWS - refused);
      expect(page.findings).toHaveLength(Math.min(500, refused));
      // Kept as cases, 20,000 rows would take some 30 MiB; their references take far less.
      expect(Math.max(...growth)).toBeLessThan(6 + ROWS / 2_000);
      if (process.env["IMPORT_ROWS"] !== undefined)
        console.log(
          `${ROWS} rows, ${(bytes.length / MEBIBYTE).toFixed(1)} MiB: ${(ROWS / seconds).toFixed(0)} rows a second, ` +
            `heap grew by ${Math.max(...growth).toFixed(1)} MiB at most, resident ${(process.memoryUsage().rss / MEBIBYTE).toFixed(0)} MiB`,
        );
    },
  );
});
