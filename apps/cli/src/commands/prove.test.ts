import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Certificate } from "@evenhand/analysis";
import type { Parameter, Policy } from "@evenhand/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../rules.ts";
import { runEvenhand } from "../run-evenhand.ts";

const PATIENT = ["--time-limit", "120"];

describe("evenhand prove", () => {
  let folder = "";
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "evenhand-prove-"))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("ends with 0 where it is proved, and says what of", async () => {
    const { code, out } = await runEvenhand(["prove", "cap", "complaint-fines@2", ...PATIENT]);
    expect([code, out.split("\n")[0]]).toEqual([
      0,
      "proved: no month takes more than 0.5 of anybody's monthly bonus, by whatever version 2 of complaint-fines plans over what stands in it already",
    ]);
  });

  it("ends with 1 where it is refuted, with the case in the certificate that it writes", async () => {
    const file = join(folder, "proof.json");
    const args = ["prove", "no-more-than", "complaint-fines", "2", "1", "--out", file, ...PATIENT];
    const { code, out } = await runEvenhand([...args, "--lang", "zh"]);
    expect(code).toBe(2);
    expect(out).toContain("已推翻：complaint-fines第1版对任何人的应扣合计均不高于complaint-fines第2版");
    const certificate = JSON.parse(readFileSync(file, "utf8")) as Certificate;
    expect(certificate).toMatchObject({ answer: "refuted", solver: { name: "z3" } });
    expect(certificate.case?.outcomes).toHaveLength(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await runEvenhand(args);
    expect([again.code, again.out]).toEqual([3, ""]);
  });

  it("ends with 2 where it is not decided, and says what is left open", async () => {
    const own = join(folder, "rules");
    cpSync(DEFAULT_RULES, own, { recursive: true });
    const first = JSON.parse(readFileSync(join(own, "branch-complaints/v1.json"), "utf8")) as Policy;
    const lower = Object.entries(first.parameters).map(([id, parameter]): [string, Parameter] => [
      id,
      parameter.unit === "money" ? { ...parameter, value: Number(parameter.value) - 1 } : parameter,
    ]);
    const second = {
      ...first,
      version: 2,
      effectiveFrom: "2030-01-01",
      examples: [],
      parameters: Object.fromEntries<Parameter>(lower),
    };
    writeFileSync(join(own, "branch-complaints/v2.json"), JSON.stringify(second));
    const { code, out } = await runEvenhand([
      "prove",
      "no-more-than",
      "branch-complaints",
      "1",
      "2",
      "--rules",
      own,
      ...PATIENT,
    ]);
    expect(code).toBe(4);
    expect(out).toContain("not decided: nobody is charged more under version 2 of branch-complaints");
    expect(out).toContain("what other parties' facts put on the person may be any amount");
  });

  it.each([
    {
      args: ["cap", "complaint-fines", "--bound", "1.5"],
      says: "`1.5` is not a rate from 0 to 1 such as `0.5`",
    },
    { args: ["cap", "complaint-fines", "--time-limit", "0"], says: "`0` is not a whole number of seconds" },
    { args: ["unique", "complaint-fine"], says: "did you mean `complaint-fines`?" },
  ])("ends with 3 on $args", async ({ args, says }) => {
    const { code, out, err } = await runEvenhand(["prove", ...args]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(says);
  });
});
