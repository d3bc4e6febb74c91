import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Block, blocksOf, readPage } from "./markdown.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MAIN = join(ROOT, "apps/cli/src/main.ts");

/** One command of a console block with what is shown of its output; a line of `…` stands for any lines. */
type Shown = {
  readonly command: readonly string[];
  readonly code: number;
  readonly lines: readonly string[];
  readonly line: number;
};

function shownIn({ text, line }: Block): readonly Shown[] {
  const commands: {
    readonly command: readonly string[];
    readonly code: number;
    readonly lines: string[];
    readonly line: number;
  }[] = [];
  for (const [index, written] of text.trimEnd().split("\n").entries()) {
    const [, words, code = "0"] = /^\$ evenhand (.*?)(?: # (\d))?$/.exec(written) ?? [];
    if (words === undefined) commands.at(-1)?.lines.push(written);
    else commands.push({ command: words.split(" "), code: Number(code), lines: [], line: line + 1 + index });
  }
  return commands;
}

type Ended = { readonly code: number | null; readonly lines: readonly string[] };

function run(command: readonly string[], folder: string): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...command], {
    cwd: folder,
    encoding: "utf8",
    // No database is there, so that what a command says without one is what is shown.
    env: { ...process.env, LC_ALL: "en_GB.UTF-8", DATA: join(folder, "data"), DATABASE_URL: "" },
  });
  return { code: status, lines: (stdout + stderr).trimEnd().split("\n") };
}

/** Whether lines are as shown, where `…` stands for any number of them. */
function areAsShown(lines: readonly string[], shown: readonly string[]): boolean {
  const [first, ...others] = shown;
  if (first === undefined) return lines.length === 0;
  if (first !== "…") return lines[0] === first && areAsShown(lines.slice(1), others);
  return lines.some((_, skipped) => areAsShown(lines.slice(skipped), others)) || others.length === 0;
}

const page = readPage("docs/reference/cli.md");
const commands = blocksOf(page)
  .filter(({ info }) => info === "console")
  .flatMap(shownIn);

describe("the page of the command line", () => {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-docs-"));
  beforeAll(() => {
    const request =
      blocksOf(readPage("docs/reference/api.md")).find(({ info }) => info.startsWith("json request"))?.text ??
      "";
    writeFileSync(join(folder, "case.json"), request);
    writeFileSync(join(folder, "slip.json"), request.replace("lossAmount", "lossAmuont"));
    const receipt =
      blocksOf(readPage("docs/reference/evidence.md")).find(({ info }) => info === "json receipt")?.text ??
      "";
    writeFileSync(join(folder, "receipt.json"), receipt);
    writeFileSync(join(folder, "altered.json"), receipt.replace("person.left", "person.here"));
    // The page names files as somebody in the project's folder would.
    symlinkSync(join(ROOT, "test"), join(folder, "test"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("shows every command that the program has", () => {
    const listed = run(["--help"], folder).lines.flatMap(
      (line) => /^ {2}([a-z]+) (?:\[|<|  )/.exec(line)?.[1] ?? [],
    );
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.filter((name) => !commands.some(({ command }) => command[0] === name))).toEqual([]);
  });

  it("names every option of every command", () => {
    for (const name of [
      undefined,
      ...new Set(commands.flatMap(({ command, code }) => (code === 0 ? [command[0]] : []))),
    ]) {
      const help = run([...(name === undefined ? [] : [name]), "--help"], folder).lines.join("\n");
      const options = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(({ 1: option = "" }) => option);
      expect(options.filter((option) => !page.text.includes(`\`${option}`))).toEqual([]);
    }
  });

  it.each(commands.map((shown) => [shown.command.join(" "), shown.line, shown] as const))(
    "`evenhand %s` in line %i prints what is shown",
    (_command, _line, shown) => {
      const { code, lines } = run(shown.command, folder);
      expect(code).toBe(shown.code);
      // Where they differ, the two are shown as they are.
      expect(areAsShown(lines, shown.lines) ? shown.lines : lines).toEqual(shown.lines);
    },
  );

  it("an output that is not as shown is found", () => {
    expect(areAsShown(["a", "b", "c"], ["a", "…", "c"])).toBe(true);
    expect(areAsShown(["a", "b", "c"], ["a", "…"])).toBe(true);
    expect(areAsShown(["a", "b", "c"], ["…", "b"])).toBe(false);
    expect(areAsShown(["a", "b"], ["a", "b", "c"])).toBe(false);
    expect(areAsShown(["a", "b"], ["a"])).toBe(false);
  });
});
