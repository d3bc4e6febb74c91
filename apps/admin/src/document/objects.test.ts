import { expect, it } from "vitest";
import { objectsOf } from "./objects.ts";

it("finds every part with a name or an id, with what it is looked for by", () => {
  const found = objectsOf({
    parameters: { cap: { label: { en: "Bonus cap", zh: "奖金上限" }, references: [{ article: "21(3)" }] } },
    rules: [{ id: "late", label: { en: "Late", zh: "迟到" } }, {}, { id: "bare" }],
    facts: { case: { lossAmount: { label: { en: "Loss", zh: "损失" } } } },
  });
  expect(found).toEqual([
    {
      pointer: "/parameters/cap",
      id: "cap",
      name: { en: "Bonus cap", zh: "奖金上限" },
      also: ["Bonus cap", "奖金上限", "cap", "21(3)"],
    },
    { pointer: "/rules/0", id: "late", name: { en: "Late", zh: "迟到" }, also: ["Late", "迟到", "late"] },
    { pointer: "/rules/2", id: "bare", name: { en: "bare", zh: "bare" }, also: ["bare", "bare", "bare"] },
    {
      pointer: "/facts/case/lossAmount",
      id: "lossAmount",
      name: { en: "Loss", zh: "损失" },
      also: ["Loss", "损失", "lossAmount"],
    },
  ]);
});

it("bears what is no policy", () => {
  expect(objectsOf({ parameters: [1, null], rules: "none", facts: { case: 3 } })).toEqual([]);
});
