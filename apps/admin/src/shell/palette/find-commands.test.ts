import { expect, it } from "vitest";
import type { Command } from "../commands.ts";
import { findCommands } from "./find-commands.ts";

function command(id: string, group: Command["group"], name: string, ...also: readonly string[]): Command {
  return { id, group, name, also, run: () => undefined };
}

const COMMANDS = [
  command("home", "go", "Home", "首页"),
  command("fines", "policies", "Complaint fines", "投诉罚款", "complaint-fines"),
  command("compare", "compare", "Compare complaint fines", "比较投诉罚款"),
  command("cap", "here", "Bonus cap", "奖金上限", "bonusCapRate", "21(3)"),
  command("late", "here", "A late complaint", "迟到"),
];

it.each([
  ["complaint", ["late", "fines", "compare"]],
  ["fines complaint", ["fines", "compare"]],
  ["投诉", ["fines", "compare"]],
  ["上限", ["cap"]],
  ["bonuscap", ["cap"]],
  ["２１（３）", ["cap"]],
  ["nothing of the kind", []],
])("finds by “%s” what bears it in either language, by its id or its article", (text, found) => {
  expect(findCommands(COMMANDS, text).map(({ id }) => id)).toEqual(found);
});

it("puts what begins with the text first in its group", () => {
  const two = [command("b", "here", "The late one"), command("a", "here", "Late")];
  expect(findCommands(two, "late").map(({ id }) => id)).toEqual(["a", "b"]);
});

it("shows without a text what is at hand, and not what there is one of for every policy", () => {
  expect(findCommands(COMMANDS, " ").map(({ id }) => id)).toEqual(["cap", "late", "home", "fines"]);
});
