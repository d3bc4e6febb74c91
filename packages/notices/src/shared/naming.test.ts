import { expect, test } from "vitest";
import { isErasedText, nameOf } from "./naming.ts";

test("a staff number stands with the name, where one is known", () => {
  expect(nameOf("E1", { language: "zh", names: { E1: "员工一" } })).toBe("E1（员工一）");
  expect(nameOf("E1", { language: "en", names: { E1: "Employee One" } })).toBe("E1 (Employee One)");
  expect(nameOf("E2", { language: "en", names: { E1: "Employee One" } })).toBe("E2");
});

test("a name is looked up among names only", () => {
  expect(nameOf("constructor", { language: "en", names: {} })).toBe("constructor");
});

test("of somebody erased the beginning of the pseudonym is left", () => {
  const person = `person-${"0123abcd".repeat(8)}`;
  expect(nameOf(person, { language: "en" })).toBe("a person since erased (0123abcd)");
  expect(nameOf(person, { language: "zh" })).toBe("已删除个人信息的人员（0123abcd）");
});

test("a commitment without its opening is no text", () => {
  expect(isErasedText(`text-${"0".repeat(64)}`)).toBe(true);
  expect(isErasedText("text-book error")).toBe(false);
});
