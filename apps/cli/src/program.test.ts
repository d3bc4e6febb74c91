import { describe, expect, it } from "vitest";
import { runEvenhand } from "./run-evenhand.ts";

describe("evenhand read", () => {
  it.each([
    { args: ["complaint-fines", "--lang", "zh"], title: "客户投诉责任与绩效奖金扣减办法", says: "第2版" },
    {
      args: ["complaint-fines@1", "--lang", "en"],
      title: "Complaint responsibility and bonus deduction",
      says: "version 1",
    },
  ])("reads a policy as sentences: $args", async ({ args, title, says }) => {
    const { code, out } = await runEvenhand(["read", ...args]);
    expect([code, out.split("\n")[0]]).toEqual([0, title]);
    expect(out).toContain(says);
  });

  it("reads out the statutory guards that the policy names", async () => {
    const { out } = await runEvenhand(["read", "fair-attribution", "--lang", "en"]);
    expect(out).toContain("in one month at most 20% of the month's wage is deducted");
  });

  it("gives the sentences with their places as JSON", async () => {
    const { out } = await runEvenhand(["read", "complaint-fines@2", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ policy: { id: "complaint-fines", version: 2 }, language: "en" });
  });

  it.each([
    { name: "complaint-fines@3", says: "policy `complaint-fines` has no version `3`\n    versions: 1, 2\n" },
    {
      name: "first-contacts",
      says: "there is no policy `first-contacts`\n    did you mean `first-contact`?\n",
    },
    { name: "complaint-fines@", says: "`complaint-fines@` names no policy\n" },
    { name: "../rules", says: "there is no policy `../rules`\n" },
  ])("ends with 3 on `$name`", async ({ name, says }) => {
    const { code, out, err } = await runEvenhand(["read", name]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(says);
  });
});

describe("evenhand diff", () => {
  it("says what changed between two versions", async () => {
    const { code, out } = await runEvenhand(["diff", "complaint-fines", "1", "2", "--lang", "zh"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^- .*警告.*100%.*10%.*$/m);
  });

  it("gives the changes as JSON, and says so where there is none", async () => {
    const { out } = await runEvenhand(["diff", "complaint-fines", "1", "2", "--json"]);
    expect((JSON.parse(out) as { changes: readonly object[] }).changes).toContainEqual(
      expect.objectContaining({
        kind: "changed",
        subject: "parameter",
        id: "warningConversion",
        field: "value",
      }),
    );
    expect(await runEvenhand(["diff", "complaint-fines", "2", "2"])).toEqual({
      code: 0,
      out: "nothing changed\n",
      err: "",
    });
  });

  it("ends with 3 on a version that there is not", async () => {
    expect(await runEvenhand(["diff", "complaint-fines", "2", "7"])).toMatchObject({ code: 3, out: "" });
    expect(await runEvenhand(["diff", "complaint-fines", "two", "1"])).toMatchObject({
      code: 3,
      err: "`two` is not a version number, from 1 on\n",
    });
  });
});

describe("evenhand requirements", () => {
  it("gives an example request that can be evaluated as it stands", async () => {
    const example = await runEvenhand(["requirements", "order-incident", "--example"]);
    const { code } = await runEvenhand(["evaluate", "order-incident", "--request", "-"], {
      stdin: example.out,
    });
    expect(code).toBe(0);
    const { out } = await runEvenhand(["requirements", "order-incident@1"]);
    expect(JSON.parse(out)).toMatchObject({
      policy: { id: "order-incident", version: 1 },
      example: JSON.parse(example.out) as object,
    });
  });
});

describe("evenhand policies and schema", () => {
  it("list the policies with their versions", async () => {
    const { code, out } = await runEvenhand(["policies"]);
    expect(code).toBe(0);
    expect(out).toContain(
      "complaint-fines  Complaint responsibility and bonus deduction\n  @1  2025-07-01 – 2026-06-30\n  @2  from 2026-07-01\n",
    );
    const chinese = await runEvenhand(["policies", "--lang", "zh"]);
    expect(chinese.out).toContain("\n  @1  2025-07-01至2026-06-30\n  @2  自2026-07-01起\n");
    const { out: json } = await runEvenhand(["policies", "--json"]);
    expect((JSON.parse(json) as { policies: readonly object[] }).policies).toHaveLength(10);
  });

  it("print the JSON Schema of a policy document", async () => {
    expect(JSON.parse((await runEvenhand(["schema"])).out)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
    });
  });
});

describe("calling the command", () => {
  it("says how, in the language of the terminal, and ends with 0", async () => {
    const [english, chinese] = await Promise.all([
      runEvenhand(["evaluate", "--help"]),
      runEvenhand(["evaluate", "--help"], { env: { LC_ALL: "zh_CN.UTF-8" } }),
    ]);
    expect([english.code, chinese.code]).toEqual([0, 0]);
    for (const says of ["Usage: evenhand evaluate", "--requests <file>", "Exit codes:", "problem document"])
      expect(english.out).toContain(says);
    for (const says of ["用法：evenhand evaluate", "--requests <file>", "退出码：", "问题文档"])
      expect(chinese.out).toContain(says);
  });

  it.each([
    { args: ["evalute"], says: "there is no command `evalute`\n    did you mean `evaluate`?\n" },
    { args: ["read"], says: "`policy` is missing\n" },
    { args: ["read", "a", "b"], says: "there are more arguments than the command takes\n" },
    { args: ["policies", "--jsn"], says: "there is no option `--jsn`\n    did you mean `--json`?\n" },
    { args: ["evaluate", "x", "--request"], says: "the option `--request <file>` needs a value\n" },
  ])("ends with 3 and a sentence on $args", async ({ args, says }) => {
    expect(await runEvenhand(args)).toEqual({ code: 3, out: "", err: says });
  });

  it.each([
    { args: ["read", "nothing"], says: "没有制度`nothing`" },
    { args: ["read", "complaint-fines@9"], says: "制度`complaint-fines`没有第`9`版\n    现有版本：1、2" },
    { args: ["raed"], says: "没有命令`raed`\n    是不是`read`？" },
    { args: ["read", "--jsn"], says: "没有选项`--jsn`" },
    {
      args: ["evaluate", "complaint-fines", "--request", "nothing.json"],
      says: "无法读取`nothing.json`：文件不存在\n",
    },
    { args: ["validate", "nothing.json"], says: "`nothing.json`既不是文件，也不是制度" },
    { args: ["policies", "--rules", "/nothing"], says: "无法读取`/nothing`：文件不存在\n" },
  ])("complains about $args in the language asked for, wherever that stands", async ({ args, says }) => {
    const [before, after] = await Promise.all([
      runEvenhand(["--lang", "zh", ...args]),
      runEvenhand([...args, "--lang", "zh"]),
    ]);
    expect(before).toEqual(after);
    expect([before.out, before.err]).toEqual(["", expect.stringContaining(says)]);
  });

  it.each([
    { args: ["--lang", "zh", "read", "--help"] },
    { args: ["read", "--help", "--lang", "zh"] },
    { args: ["read", "--lang=zh", "--help"] },
  ])("helps in the language asked for: $args", async ({ args }) => {
    const { code, out } = await runEvenhand(args);
    expect([code, out.split("\n")[0]]).toEqual([0, "用法：evenhand read [options] <policy>"]);
    expect(out).toContain("规则所在的文件夹（默认：rules/）");
  });

  it("shows the help and ends with 3 where no command is named", async () => {
    const { code, out, err } = await runEvenhand([]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain("Usage: evenhand");
  });
});
