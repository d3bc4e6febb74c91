import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runEvenhand } from "../run-evenhand.ts";

const FINES_2 = fileURLToPath(new URL("../../../../rules/complaint-fines/v2.json", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evenhand-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function edited(name: string, edit: (text: string) => string): string {
  const path = join(folder, name);
  writeFileSync(path, edit(readFileSync(FINES_2, "utf8")));
  return path;
}

describe("evenhand probe", () => {
  it("ends with 2 where something is found, with the two cases side by side", async () => {
    const { code, out, err } = await runEvenhand(["probe", "complaint-fines@1", "--lang", "en"]);
    expect([code, err]).toEqual([2, ""]);
    expect(out).toMatch(/^complaint-fines@1: 1 finding\n {2}graver-grade-costs-less {2}deduct-for-grade, /);
    expect(out).toContain(
      '      case 1: seriousness = "slight", charged 3,100.00, deduct-for-grade 3,000.00, deduct-share-of-loss 100.00, warning\n' +
        '      case 2: seriousness = "moderate", charged 1,000.00, deduct-for-grade 900.00, deduct-share-of-loss 100.00, minor-demerit\n',
    );
    expect(out).toMatch(/\nlooked at: 40 cases .*; seed 1\n[^]*\nwhat is not found is not proved\n$/);
  });

  it("says the same in Chinese", async () => {
    const { out } = await runEvenhand(["probe", "complaint-fines@1", "--lang", "zh"]);
    expect(out).toMatch(/^complaint-fines@1：1项发现\n/);
    expect(out).toContain("“警告”比较重的“记小过”扣得更多");
    expect(out).toMatch(/\n排查范围：案件40件.*；种子1\n[^]*\n未发现不等于已证明没有\n$/);
  });

  it("ends with 0 where nothing is found, and says what was looked at", async () => {
    const { code, out } = await runEvenhand(["probe", "complaint-fines@2", "--lang", "en", "--seed", "7"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^complaint-fines@2: nothing found\nlooked at: .*; seed 7\n/);
  });

  it("probes a file, and gives everything as JSON", async () => {
    const path = edited("raised.json", (text) =>
      text.replace(/("warningConversion": \{\s*"value": )0\.1/, "$10.4"),
    );
    const { code, out } = await runEvenhand(["probe", path, "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      policy: { id: "complaint-fines", version: 2 },
      findings: [
        { kind: "graver-grade-costs-less", cases: [{ grade: "warning" }, { grade: "minor-demerit" }] },
      ],
    });
  });

  it("takes further facts as protected", async () => {
    const { code, out } = await runEvenhand(["probe", "complaint-fines@2", "--protected", "function,unit"]);
    expect(code).toBe(2);
    expect(out).toContain("  protected-fact-read  role-responsible-production, role-responsible-operations");
  });

  it.each([
    { args: ["complaint-fines@9"], says: "policy `complaint-fines` has no version `9`" },
    { args: ["complaint-fines@2", "--seed", "x"], says: "`x` is not a seed, a whole number up to 999999999" },
    {
      args: ["complaint-fines@2", "--protected", "sight"],
      says: "one of `sight` is not a fact of this policy",
    },
  ])("ends with 3 on $args", async ({ args, says }) => {
    const { code, out, err } = await runEvenhand(["probe", ...args]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(says);
  });

  it("ends with 3 on a file with errors, and says who lists them", async () => {
    const path = edited("broken.json", (text) => text.replace('"fact": "seriousness"', '"fact": "serious"'));
    const { code, err } = await runEvenhand(["probe", path]);
    expect(code).toBe(3);
    expect(err).toMatch(
      /broken\.json` has errors and cannot be probed\n {4}`evenhand validate` lists them\n$/,
    );
  });
});
