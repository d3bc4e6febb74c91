import { readFileSync } from "node:fs";
import { LEDGER_RULES } from "@evenhand/ledger";
import { describe, expect, it } from "vitest";
import { PLANTED_BUGS } from "./ledger-planted-bugs.ts";

const PAGE = readFileSync(new URL("../../docs/reference/ledger.md", import.meta.url), "utf8");

function section(title: string): string {
  const [, text = ""] = PAGE.split(`\n## ${title}\n`);
  return text.split("\n## ")[0] ?? "";
}

describe("the page of the ledger", () => {
  it("lists the planted bugs, all of them and no other", () => {
    const listed = [...section("How it is tested").matchAll(/^- (.+)$/gm)].map(([, what]) => what);
    expect(listed).toEqual(PLANTED_BUGS.map(({ what }) => what));
  });

  it("lists the rules that must hold, all of them and no other", () => {
    const listed = [...section("What must hold").matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, rule]) => rule);
    expect(listed).toEqual(LEDGER_RULES);
  });
});
