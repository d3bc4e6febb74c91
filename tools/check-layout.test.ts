import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { breachesIn } from "./check-layout.ts";

/** The breaches of one file as `line: reason`, which is what a reader acts on. */
function reasonsIn(path: string, text: string): readonly string[] {
  return breachesIn({ path, text }).map(({ line, reason }) => `${line}: ${reason}`);
}

const linesOf = (count: number, line = "0;") => `${line}\n`.repeat(count);

describe("imports run downward only", () => {
  it.each([
    ["packages/domain/src/a.ts", "engine"],
    ["packages/policy/src/a.ts", "engine"],
    ["packages/engine/src/a.ts", "policy"],
    ["packages/analysis/src/a.ts", "evidence"],
    ["packages/evidence/src/a.ts", "policy"],
    ["packages/store/src/a.ts", "engine"],
    ["packages/client/src/a.ts", "engine"],
    ["apps/cli/src/a.ts", "api"],
  ])("%s does not import %s", (path, imported) => {
    const workspace = path.split("/").slice(0, 2).join("/");
    expect(reasonsIn(path, `\nimport { x } from "@evenhand/${imported}";\n`)).toEqual([
      `2: \`${workspace}\` may not import \`@evenhand/${imported}\``,
    ]);
  });

  it.each([
    ["packages/policy/src/a.ts", "domain"],
    ["packages/engine/src/a.ts", "domain"],
    ["packages/analysis/src/a.ts", "policy"],
    ["packages/evidence/src/a.ts", "engine"],
    ["apps/api/src/a.ts", "store"],
    ["test/conformance/a.ts", "engine"],
  ])("%s imports %s", (path, imported) => {
    expect(reasonsIn(path, `import { x } from "@evenhand/${imported}";`)).toEqual([]);
  });

  it.each([
    `export { x } from "@evenhand/engine";`,
    `export * from "@evenhand/engine";`,
    `import type { X } from "@evenhand/engine";`,
    `const x = await import("@evenhand/engine");`,
    `type X = import("@evenhand/engine").X;`,
  ])("however it is written: %s", (text) => {
    expect(reasonsIn("packages/policy/src/a.ts", text)).toEqual([
      "1: `packages/policy` may not import `@evenhand/engine`",
    ]);
  });

  it("asks for the layout to be told of a new package", () => {
    expect(reasonsIn("packages/payroll/src/a.ts", "export {};")).toEqual([
      "1: the layout does not know `packages/payroll`",
    ]);
  });
});

describe("a package has one door", () => {
  it("is not entered by the path of an inner file", () => {
    expect(reasonsIn("apps/api/src/a.ts", `import { x } from "@evenhand/domain/src/money.ts";`)).toEqual([
      "1: `@evenhand/domain/src/money.ts` reaches past the door of its package",
    ]);
  });

  it.each([
    ["packages/policy/src/a.ts", "../../domain/src/money.ts", "`packages/policy`"],
    ["packages/policy/src/a.ts", "../../../rules/complaint-fines/v2.json", "`packages/policy`"],
    ["apps/api/src/a.ts", "../../cli/src/main.ts", "`apps/api`"],
    ["test/a.test.ts", "../packages/domain/src/money.ts", "the folders outside the workspaces"],
  ])("%s does not reach for %s", (path, specifier, home) => {
    expect(reasonsIn(path, `import { x } from "${specifier}";`)).toEqual([
      `1: \`${specifier}\` leaves ${home}`,
    ]);
  });

  it("leaves the inside of a workspace, and test and tools among themselves, free", () => {
    expect(reasonsIn("packages/policy/src/read/a.ts", `import { x } from "../b.ts";`)).toEqual([]);
    expect(reasonsIn("test/a.test.ts", `import { x } from "../tools/check-layout.ts";`)).toEqual([]);
  });
});

describe("a package that reaches outside from a browser", () => {
  it.each([
    [`import { x } from "node:fs";`, "node:fs"],
    ["export const x = process.env;", "process"],
    ["export const x = globalThis.process;", "globalThis.process"],
    ["export const x = Buffer.from(text);", "Buffer"],
  ])("uses nothing of Node: %s", (text, named) => {
    expect(reasonsIn("packages/client/src/a.ts", text)).toEqual([
      `1: \`${named}\` exists in Node only, and \`packages/client\` must run in a browser too`,
    ]);
  });

  it.each(["fetch(url)", "Date.now()", "Math.random()", "crypto.randomUUID()"])(
    "may use %s",
    (expression) => {
      expect(reasonsIn("packages/client/src/a.ts", `export const x = ${expression};`)).toEqual([]);
    },
  );
});

describe("packages that run in a browser are given everything", () => {
  it.each(["node:fs", "fs", "node:crypto"])("no Node module: %s", (specifier) => {
    expect(reasonsIn("packages/engine/src/a.ts", `import { x } from "${specifier}";`)).toEqual([
      `1: \`${specifier}\` exists in Node only, and \`packages/engine\` must run in a browser too`,
    ]);
  });

  it.each([
    ["process.env", "process"],
    ["({ process })", "process"],
    ["Buffer.from(text)", "Buffer"],
    ["fetch(url)", "fetch"],
    ["(fetch as Fetch)(url)", "fetch"],
    ["globalThis.fetch(url)", "globalThis.fetch"],
    ["Date.now()", "Date.now"],
    [`Date["now"]()`, "Date.now"],
    ["new Date()", "new Date()"],
    ["Date()", "Date()"],
    ["Math.random()", "Math.random"],
    ["performance.now()", "performance.now"],
    ["crypto.randomUUID()", "crypto.randomUUID"],
    ["Temporal.Now.instant()", "Temporal.Now"],
  ])("no %s", (expression, named) => {
    expect(reasonsIn("packages/domain/src/a.ts", `export const x =\n  ${expression};\n`)).toEqual([
      `2: \`${named}\` reaches outside, and \`packages/domain\` is given everything`,
    ]);
  });

  it.each([
    "new Date(text)",
    "new Date(0).getTime()",
    "Date.UTC(2026, 0, 1)",
    "line.process",
    "({ process: 1 })",
    "(fetch: typeof globalThis.fetch) => fetch(url)",
    "0 as unknown as typeof fetch",
    "Math.max(1, 2)",
  ])("but %s", (expression) => {
    expect(reasonsIn("packages/domain/src/a.ts", `export const x = ${expression};`)).toEqual([]);
  });

  it.each(["packages/domain/src/a.test.ts", "packages/store/src/a.ts", "apps/api/src/a.ts", "test/a.ts"])(
    "%s may reach outside",
    (path) => {
      expect(reasonsIn(path, `import { readFileSync } from "node:fs";\nDate.now();`)).toEqual([]);
    },
  );
});

describe("sizes", () => {
  it("a file has at most 500 lines", () => {
    expect(reasonsIn("apps/api/src/a.ts", linesOf(500))).toEqual([]);
    expect(reasonsIn("apps/api/src/a.ts", linesOf(501))).toEqual([
      "501: the file has 501 lines, over the 500 allowed",
    ]);
  });

  it("a longer file opens with its reason", () => {
    const long = linesOf(501);
    expect(reasonsIn("apps/api/src/a.ts", `// size: the list of codes is one list\n${long}`)).toEqual([]);
    expect(reasonsIn("apps/api/src/a.ts", `// size:\n${long}`)).toHaveLength(1);
    expect(reasonsIn("apps/api/src/a.ts", `0;\n// size: too late\n${long}`)).toHaveLength(1);
  });

  it.each([
    ["function f() {", "}", "`f`"],
    ["const f = () => {", "};", "`f`"],
    ["const o = { f() {", "} };", "`f`"],
    ["class C { f() {", "} }", "`f`"],
    ["call(() => {", "});", "this function"],
  ])("a function has at most 70 lines: %s", (head, tail, named) => {
    expect(reasonsIn("apps/api/src/a.ts", `\n${head}\n${linesOf(68)}${tail}`)).toEqual([]);
    expect(reasonsIn("apps/api/src/a.ts", `\n${head}\n${linesOf(69)}${tail}`)).toEqual([
      `2: ${named} has 71 lines, over the 70 allowed`,
    ]);
  });

  it("the body of a test is not a function, but what stands beside it is", () => {
    const body = `{\n${linesOf(80)}}`;
    const blocks = `describe("a", () => ${body});\nit.each(rows)("b", () => ${body});`;
    expect(reasonsIn("apps/api/src/a.test.ts", blocks)).toEqual([]);
    expect(reasonsIn("apps/api/src/a.ts", blocks)).toHaveLength(2);
    expect(reasonsIn("apps/api/src/a.test.ts", `function f() ${body}`)).toHaveLength(1);
  });
});

describe("forms and names", () => {
  it.each(["enum Grade { A }", "export const enum Grade { A }", "declare enum Grade { A }"])(
    "no enum: %s",
    (text) => {
      expect(reasonsIn("packages/domain/src/a.ts", text)).toEqual([
        "1: `Grade` is an enum, which type stripping cannot run",
      ]);
    },
  );

  it.each(["export default 1;", "const a = 1;export { a as default };", `export { default } from "./b.ts";`])(
    "no default export: %s",
    (text) => {
      expect(reasonsIn("packages/domain/src/a.ts", text)).toEqual([
        "1: a default export has a different name in every file that imports it",
      ]);
      expect(reasonsIn("vitest.config.ts", text)).toEqual([]);
    },
  );

  it("file names are kebab-case", () => {
    expect(reasonsIn("packages/domain/src/moneyFormat.ts", "")).toEqual([
      "1: `moneyFormat.ts` is not kebab-case",
    ]);
    expect(reasonsIn("packages/domain/src/money-format.test.ts", "")).toEqual([]);
  });

  it.each(["./b", "./b.js", ".", "./b.test"])("an import names the file on disk: %s", (specifier) => {
    expect(reasonsIn("packages/domain/src/a.ts", `export * from "${specifier}";`)).toEqual([
      `1: \`${specifier}\` does not name the file as it stands on disk`,
    ]);
  });
});

it("a file that does not parse is itself a breach", () => {
  expect(reasonsIn("packages/domain/src/a.ts", "const = 1;")).toEqual([
    expect.stringContaining("1: the file does not parse"),
  ]);
});

describe("the command", () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  function runOn(files: Readonly<Record<string, string>>): { code: number; errors: string } {
    const root = mkdtempSync(join(tmpdir(), "layout-"));
    folders.push(root);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const script = fileURLToPath(new URL("check-layout.ts", import.meta.url));
    try {
      execFileSync(process.execPath, [script, root], { encoding: "utf8", stdio: "pipe" });
      return { code: 0, errors: "" };
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string };
      return { code: status, errors: stderr };
    }
  }

  it("is content with a tree that keeps the layout, whatever stands in `node_modules`", () => {
    expect(
      runOn({
        "packages/domain/src/index.ts": `export * from "./money.ts";`,
        "packages/domain/src/money.ts": "export const cents = 100;",
        "packages/domain/node_modules/other/Index.js.ts": "enum A {}",
      }),
    ).toEqual({ code: 0, errors: "" });
  });

  it("names every breach with its place and its mend, and fails", () => {
    const { code, errors } = runOn({
      "packages/domain/src/index.ts": "export enum Grade { A }",
      "packages/engine/src/index.ts": `\nimport "@evenhand/policy";`,
    });
    expect(code).toBe(1);
    expect(errors.trimEnd().split("\n")).toEqual([
      "packages/domain/src/index.ts:1  `Grade` is an enum, which type stripping cannot run",
      "    write a union of literals, or a frozen object with `as const`",
      "packages/engine/src/index.ts:2  `packages/engine` may not import `@evenhand/policy`",
      "    it may use `domain`; ask for the rest as an argument, or move it down",
    ]);
  });
});
