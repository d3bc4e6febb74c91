import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EvaluateResponse } from "@evenhand/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runEvenhand } from "../run-evenhand.ts";
import { DECIDED, REFUSED } from "../sample-requests.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evenhand-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("evenhand evaluate --request", () => {
  it("prints the response to read, and ends with 0", async () => {
    const request = file("decided.json", JSON.stringify(DECIDED));
    const { code, out, err } = await runEvenhand([
      "evaluate",
      "complaint-fines",
      "--request",
      request,
      "--at",
      "2026-07-10T09:00:00+08:00",
    ]);
    expect([code, err]).toEqual([0, ""]);
    const response = JSON.parse(out) as EvaluateResponse;
    expect(response.policy).toMatchObject({ id: "complaint-fines", version: 2 });
    expect(response.outcome.parties[0]?.schedule).toEqual([
      { month: "2026-07", amountMinor: 100_000 },
      { month: "2026-08", amountMinor: 20_000 },
    ]);
    expect(out.split("\n").length).toBeGreaterThan(100);
  });

  it("reads standard input for `-`, a file from the caller's folder, and gives the same under either evaluator", async () => {
    file("here.json", JSON.stringify(DECIDED));
    const at = ["--at", "2026-07-10T09:00:00+08:00"];
    const [piped, named, reference] = await Promise.all([
      runEvenhand(["evaluate", "complaint-fines", "--request", "-", ...at], {
        stdin: JSON.stringify(DECIDED),
      }),
      runEvenhand(["evaluate", "complaint-fines", "--request", "here.json", ...at], { cwd: folder }),
      runEvenhand(
        ["evaluate", "complaint-fines", "--request", "here.json", "--evaluator", "reference", ...at],
        { cwd: folder },
      ),
    ]);
    expect(piped.code).toBe(0);
    expect(named).toEqual(piped);
    expect(reference).toEqual(piped);
  });

  it("uses the version that is named on the command line", async () => {
    const { out } = await runEvenhand(
      ["evaluate", "complaint-fines", "--request", "-", "--policy-version", "1"],
      {
        stdin: JSON.stringify(DECIDED),
      },
    );
    expect(JSON.parse(out)).toMatchObject({ policy: { version: 1 } });
  });

  it("ends with 2 where the outcome is refused, and prints it all the same", async () => {
    const { code, out } = await runEvenhand(["evaluate", "fair-attribution", "--request", "-"], {
      stdin: JSON.stringify(REFUSED),
    });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      outcome: { disposition: "refused", ground: "conflict-of-interest" },
    });
  });

  it("ends with 3 on a request that cannot be evaluated: the problem document for programs, a text for people", async () => {
    const { code, out, err } = await runEvenhand(["evaluate", "complaint-fines", "--request", "-"], {
      stdin: '{"cas":{}}',
    });
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      code: "unknown-field",
      status: 422,
      errors: [
        { code: "unknown-field", pointer: "/cas", help: "did you mean `case`?" },
        { code: "missing-field", pointer: "/case" },
      ],
    });
    expect(err).toBe(
      "unknown field\n  /cas  `cas` is not a field here\n      did you mean `case`?\n  /case  `case` is missing\n",
    );
  });

  it("speaks the language of the terminal, or the one it is told", async () => {
    const [terminal, told] = await Promise.all([
      runEvenhand(["evaluate", "complaint-fine", "--request", "-"], {
        stdin: "{}",
        env: { LC_ALL: "zh_CN.UTF-8" },
      }),
      runEvenhand(["evaluate", "complaint-fine", "--request", "-", "--lang", "zh"], { stdin: "{}" }),
    ]);
    expect(terminal).toEqual(told);
    expect(told.err).toBe(
      "未知的制度\n  没有制度`complaint-fine`\n      是不是`complaint-fines`？\n  /case  缺少`case`\n",
    );
    expect(JSON.parse(told.out)).toMatchObject({ code: "unknown-policy", title: "未知的制度" });
  });

  it.each([
    {
      what: "a file that is not there",
      args: ["--request", "/nowhere.json"],
      says: "`/nowhere.json` cannot be read: there is no such file\n",
    },
    { what: "a folder for a file", args: ["--request", "."], says: "`.` cannot be read: it is a folder\n" },
    { what: "no request", args: [], says: "nothing says where the request is" },
    {
      what: "both kinds of request",
      args: ["--request", "-", "--requests", "-"],
      says: "cannot be used together",
    },
    {
      what: "a moment that does not exist",
      args: ["--request", "-", "--at", "2026-02-30T00:00:00Z"],
      says: "is not a moment that exists",
    },
    {
      what: "an unknown evaluator",
      args: ["--request", "-", "--evaluator", "fast"],
      says: "`fast` is not `compiled` or `reference`",
    },
    {
      what: "no version number",
      args: ["--request", "-", "--policy-version", "two"],
      says: "`two` is not a version number",
    },
    {
      what: "an unknown language",
      args: ["--request", "-", "--explain", "fr"],
      says: "`fr` is not `zh` or `en`",
    },
  ])("ends with 3, without a word on standard output, on $what", async ({ args, says }) => {
    const { code, out, err } = await runEvenhand(["evaluate", "complaint-fines", ...args]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(says);
  });

  it("ends with 1 where the rules cannot be read", async () => {
    const { code, out, err } = await runEvenhand(
      ["evaluate", "complaint-fines", "--request", "-", "--rules", "/nowhere"],
      { stdin: "{}" },
    );
    expect([code, out]).toEqual([1, ""]);
    expect(err).toBe(
      "`/nowhere` cannot be read: there is no such file\n" +
        "    it belongs to the rules, which are read from the folder that `--rules` names\n",
    );
  });

  it("says which rule file is left out, and does not decide under another version instead", async () => {
    const rules = join(folder, "rules", "fines");
    mkdirSync(rules, { recursive: true });
    writeFileSync(join(rules, "v1.json"), "{");
    const { code, out, err } = await runEvenhand(
      ["evaluate", "fines", "--request", "-", "--rules", join(folder, "rules")],
      {
        stdin: JSON.stringify(DECIDED),
      },
    );
    expect([code, JSON.parse(out)]).toMatchObject([3, { code: "policy-not-usable" }]);
    expect(err).toContain("the rule file `fines/v1.json` has errors and is left out");
  });
});

describe("evenhand evaluate --requests", () => {
  it("answers each line in its place, and ends with the worst code", async () => {
    const lines = [
      JSON.stringify(DECIDED),
      "",
      "{",
      JSON.stringify({ ...DECIDED, policyVersion: 9 }),
      "   ",
      JSON.stringify(DECIDED),
    ];
    const { code, out, err } = await runEvenhand(["evaluate", "complaint-fines", "--requests", "-"], {
      stdin: lines.join("\r\n"),
    });
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(code).toBe(3);
    expect(answers).toMatchObject([
      { outcome: { disposition: "upheld" } },
      { code: "not-json", line: 3 },
      { code: "unknown-version", line: 4, errors: [{ pointer: "/policyVersion" }] },
      { outcome: { disposition: "upheld" } },
    ]);
    expect(err).toContain("line 3: not JSON\n");
  });

  it("ends with 0 where all are decided, with 2 where one is refused, and with 0 where there is none", async () => {
    const request = file("many.ndjson", `${JSON.stringify(DECIDED)}\n`.repeat(3));
    expect((await runEvenhand(["evaluate", "complaint-fines", "--requests", request])).code).toBe(0);
    const others = {
      ...REFUSED,
      case: { ...REFUSED.case, facts: { ...REFUSED.case.facts, decidedBy: "P9" } },
    };
    const stdin = [REFUSED, others].map((one) => JSON.stringify(one)).join("\n");
    expect((await runEvenhand(["evaluate", "fair-attribution", "--requests", "-"], { stdin })).code).toBe(2);
    expect(await runEvenhand(["evaluate", "complaint-fines", "--requests", "-"], { stdin: "" })).toEqual({
      code: 0,
      out: "",
      err: "",
    });
  });

  it("goes on after a line that is too long or is no text", async () => {
    const long = Buffer.from(`"${"x".repeat(3_000_000)}"\n`);
    const stdin = Buffer.concat([
      long,
      Buffer.of(0x22, 0xff, 0x22, 0x0a),
      Buffer.from(JSON.stringify(DECIDED)),
    ]);
    const { code, out } = await runEvenhand(["evaluate", "complaint-fines", "--requests", "-"], { stdin });
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(code).toBe(3);
    expect(answers).toMatchObject([
      { code: "too-large", line: 1 },
      { code: "not-text", line: 2 },
      { outcome: {} },
    ]);
  });
});

describe("evenhand evaluate --explain", () => {
  it.each([
    { language: "en", says: "1,200.00" },
    { language: "zh", says: "投诉成立" },
  ])("prints the explanation in $language, and no JSON", async ({ language, says }) => {
    const { code, out } = await runEvenhand(
      ["evaluate", "complaint-fines", "--request", "-", "--explain", language],
      {
        stdin: JSON.stringify(DECIDED),
      },
    );
    expect(code).toBe(0);
    expect(out).toContain(says);
    expect(out).not.toContain('{"');
  });

  it("prints nothing on standard output for a request that cannot be evaluated", async () => {
    const { code, out, err } = await runEvenhand(
      ["evaluate", "complaint-fines", "--request", "-", "--explain", "en"],
      { stdin: "{}" },
    );
    expect([code, out, err]).toEqual([3, "", "missing field\n  /case  `case` is missing\n"]);
  });
});
