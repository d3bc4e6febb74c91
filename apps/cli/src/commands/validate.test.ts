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

describe("evenhand validate", () => {
  it("reports that version 1 of complaint-fines charges more for a milder grade, and version 2 does not", async () => {
    const first = await runEvenhand(["validate", "complaint-fines@1"]);
    expect(first.code).toBe(0);
    expect(first.out).toContain("complaint-fines/v1.json\n  warning  grade-inversion  /rules/");
    const second = await runEvenhand(["validate", "complaint-fines@2"]);
    expect(second.code).toBe(0);
    expect(second.out).not.toContain("grade-inversion");
  });

  it("says of each finding in which rule or table it lies, and in which line", async () => {
    const [english, chinese] = await Promise.all([
      runEvenhand(["validate", "complaint-fines@1"]),
      runEvenhand(["validate", "complaint-fines@1", "--lang", "zh"]),
    ]);
    const [, number = ""] =
      /minor-demerit \(deduct-for-grade “A grade [^”]*”\), line (\d+)$/m.exec(english.out) ?? [];
    const lines = readFileSync(FINES_2.replace("v2.json", "v1.json"), "utf8").split("\n");
    expect(lines[Number(number) - 1]?.trim()).toMatch(/^"minor-demerit":/);
    expect(chinese.out).toContain(
      `minor-demerit（deduct-for-grade“纪律处分折算扣减绩效奖金”），第${number}行\n`,
    );
  });

  it("ends with 3 on an error, and lists all diagnostics with their places", async () => {
    const path = edited("broken.json", (text) =>
      text
        .replace('"fact": "seriousness"', '"fact": "seriousnes"')
        .replace('"appliesBy": "receivedOn"', '"appliesBy": "nowhere"'),
    );
    const { code, out } = await runEvenhand(["validate", path, "--json"]);
    const { files } = JSON.parse(out) as {
      files: readonly {
        file: string;
        diagnostics: readonly { code: string; severity: string; at: string }[];
      }[];
    };
    expect(code).toBe(3);
    expect(files.map(({ file }) => file)).toEqual([path]);
    const errors = files[0]?.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors).toContainEqual(expect.objectContaining({ code: "unknown-fact", at: "/appliesBy" }));
    expect(errors).toContainEqual(
      expect.objectContaining({
        help: expect.objectContaining({ en: "did you mean `seriousness`?" }) as object,
      }),
    );
  });

  it.each([
    {
      what: "code in a path",
      from: '"fact": "gradedParties",',
      to: '"fact": "gradedParties", "path": "$..[?(@.constructor)]",',
    },
    {
      what: "a dangerous name in event params",
      from: '"params": { "of": "share" }',
      to: '"params": { "of": "share", "__proto__": {} }',
    },
  ])("refuses a policy with $what, and says where", async ({ from, to }) => {
    const path = edited("hostile.json", (text) => text.replace(from, to));
    const { code, out } = await runEvenhand(["validate", path, "--json"]);
    const { files } = JSON.parse(out) as {
      files: readonly { diagnostics: readonly { severity: string; at: string }[] }[];
    };
    expect(code).toBe(3);
    expect(files[0]?.diagnostics.find(({ severity }) => severity === "error")?.at).toMatch(
      /^\/(conditions|rules|tables)\/.*(path|__proto__)$/,
    );
  });

  it("looks over all rules where nothing is named, and finds no error in ours", async () => {
    const { code, out } = await runEvenhand(["validate", "--lang", "zh"]);
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/^共\d+个文件：0个错误，\d+个警告$/);
  });

  it("takes several targets, and ends with 3 where one of them is neither file nor policy", async () => {
    const both = await runEvenhand(["validate", "complaint-fines", FINES_2]);
    expect([both.code, both.out.trimEnd().split("\n").at(-1)]).toEqual([0, "3 files: 0 errors, 4 warnings"]);
    const { code, out, err } = await runEvenhand(["validate", "complaint-fine"]);
    expect([code, out, err]).toEqual([
      3,
      "",
      "`complaint-fine` is neither a file nor a policy\n    did you mean `complaint-fines`?\n",
    ]);
  });

  it("finds that a file is not UTF-8", async () => {
    const path = join(folder, "latin.json");
    writeFileSync(path, Uint8Array.of(0x7b, 0xff, 0x7d));
    const { code, out } = await runEvenhand(["validate", path]);
    expect([code, out]).toEqual([3, expect.stringContaining("error  not-text")]);
  });
});
