import { expect, it } from "vitest";
import { factChoices, withStated } from "./header-choices.ts";

const document = {
  facts: {
    case: {
      receivedOn: { type: "date", required: true, label: { en: "day of receipt", zh: "受理日期" } },
      closedOn: { type: "date", label: { en: "day of closing", zh: "结案日期" } },
      loss: { type: "money", label: { en: "loss", zh: "损失" } },
    },
  },
};

it("the day that chooses a version is one that every case states, or the day of the decision", () => {
  const names = factChoices(document, { types: ["date", "instant"], isStated: true }, "zh");
  expect(names.map(({ value }) => value)).toEqual(["receivedOn", "decidedOn"]);
  expect(names[0]?.label).toBe("受理日期");
  expect(factChoices(document, { types: ["money"] }, "en")).toEqual([{ value: "loss", label: "loss" }]);
});

it("what a draft says is offered too where it is none of the choices", () => {
  const offered = withStated([{ value: "cn", label: "China" }], "moon", (value) => `${value}?`);
  expect(offered.map(({ label }) => label)).toEqual(["moon?", "China"]);
  expect(withStated(offered, "cn", () => "")).toBe(offered);
});
