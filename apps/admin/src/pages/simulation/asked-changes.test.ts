import { expect, it } from "vitest";
import { orderIn, readAsked } from "./asked-changes.ts";

it("passes on what the service takes, and nothing that it would refuse", () => {
  expect(readAsked({ direction: "up", by: "rule", kind: "amount", least: "-500", most: "1.5" })).toEqual({
    by: "rule",
    kind: "amount",
    least: "-500",
  });
});

it("takes both classes of a transition or neither, and a value only with its group", () => {
  expect(readAsked({ from: "none", value: "cutting" })).toEqual({});
  expect(readAsked({ from: "none", to: "" })).toEqual({});
  expect(readAsked({ from: "none", to: "reminder", group: "unit", value: "cutting" })).toEqual({
    from: "none",
    to: "reminder",
    group: "unit",
    value: "cutting",
  });
});

it("asks for those who state no value by a group without one", () => {
  expect(readAsked({ group: "unit", value: "" })).toEqual({ group: "unit" });
});

it("is put in the order of the days where an address names no other", () => {
  expect(["difference", "day", "amount", undefined].map(orderIn)).toEqual([
    "difference",
    "day",
    "day",
    "day",
  ]);
});
